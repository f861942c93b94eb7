package unroll.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import unroll.engine.record.Failures;
import unroll.engine.record.RunException;

@Isolated("the loggers are of the whole program")
class LogFileTest {
    private static final Logger ALL = Logger.getLogger("");

    @TempDir
    Path folder;

    private List<Handler> before = List.of();

    @BeforeEach
    void remember() {
        before = List.of(ALL.getHandlers());
    }

    @AfterEach
    void restore() {
        for (Handler handler : ALL.getHandlers()) {
            ALL.removeHandler(handler);
            if (handler instanceof FileHandler) {
                handler.close();
            }
        }
        before.forEach(ALL::addHandler);
        Logger.getLogger("unroll").setLevel(null);
    }

    private String log() {
        return String.join("\n", LogFile.tail(LogFile.newest(folder).orElseThrow(), Integer.MAX_VALUE));
    }

    @Test
    void a_failure_that_people_see_as_a_sentence_is_written_with_its_stack_and_without_its_words() {
        LogFile.open(folder);
        Path secret = Path.of("/home/anna/diary.csv");
        RuntimeException cause = new IllegalStateException("line 3: 'my weight' is no number");

        String seen = Failures.sentence(new RunException(secret, "is damaged", cause));

        assertThat(seen).contains("diary.csv");
        assertThat(log())
                .contains("RunException")
                .contains("because of java.lang.IllegalStateException")
                .contains("LogFileTest")
                .doesNotContain("diary")
                .doesNotContain("weight");
    }

    @Test
    void what_the_machine_found_is_written_whole() {
        LogFile.open(folder);
        Failures.sentence(new IndexOutOfBoundsException("Index 7 out of bounds for length 3"));
        assertThat(log()).contains("Index 7 out of bounds for length 3");
    }

    @Test
    void causes_that_are_a_ring_and_deep_stacks_have_an_end() {
        LogFile.open(folder);
        RuntimeException first = new RuntimeException("a");
        RuntimeException second = new RuntimeException("b", first);
        first.initCause(second);
        StackTraceElement[] deep = new StackTraceElement[5000];
        Arrays.fill(deep, new StackTraceElement("A", "b", "A.java", 1));
        first.setStackTrace(deep);
        Failures.sentence(first);
        assertThat(log().lines().count()).isLessThan(1000);
    }

    @Test
    void nothing_goes_to_the_console() {
        LogFile.open(folder);
        assertThat(ALL.getHandlers()).noneMatch(ConsoleHandler.class::isInstance);
        Logger.getLogger("javafx").log(Level.WARNING, "of a library");
        assertThat(log()).contains("of a library");
    }

    @Test
    void files_have_a_largest_size_and_old_ones_go() throws IOException {
        LogFile.open(folder);
        String line = "x".repeat(1000);
        for (int i = 0; i < 5000; i++) {
            Logger.getLogger("unroll.test").fine(line);
        }
        try (var files = Files.list(folder)) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(logs)
                    .hasSize(3)
                    .allSatisfy(log -> assertThat(Files.size(log)).isLessThan(1_100_000));
        }
    }

    @Test
    void where_nothing_can_be_written_the_program_goes_on_without() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("logs"), "a file");
        LogFile.open(inTheWay.resolve("deeper"));
        assertThat(Failures.sentence(new IllegalStateException("as ever"))).isEqualTo("as ever");
        assertThat(LogFile.newest(inTheWay.resolve("deeper"))).isEmpty();
    }

    @Test
    void only_the_last_lines_are_shown() throws IOException {
        Path file = Files.write(folder.resolve("unroll-0.0.log"), List.of("1", "2", "3"));
        assertThat(LogFile.tail(file, 2)).containsExactly("2", "3");
        assertThat(LogFile.tail(file, 0)).isEmpty();
        assertThat(LogFile.tail(file, 9)).containsExactly("1", "2", "3");
        assertThat(LogFile.newest(folder)).contains(file);
    }
}
