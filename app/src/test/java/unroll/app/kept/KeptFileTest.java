package unroll.app.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that anybody may have written never keeps the program from beginning. */
class KeptFileTest {
    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();

    private <T> T read(String text, KeptFile.Format<T> format, T standard) throws IOException {
        Path file = Files.writeString(folder.resolve("kept.json"), text);
        T value = new KeptFile<>(file, format, Runnable::run, Runnable::run, complaints::add).read(standard);
        assertThat(Files.readString(file)).as("nothing is written by reading").isEqualTo(text);
        return value;
    }

    private void refused(String text) throws IOException {
        assertThat(complaints).hasSize(1);
        assertThat(complaints.getFirst())
                .startsWith(folder.resolve("kept.json") + " cannot be used")
                .contains("kept.json.kept")
                .doesNotContain("null")
                .doesNotContain("\n");
        assertThat(Files.readString(folder.resolve("kept.json.kept"))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"/a\", null]", "[{}]", "[[]]", "[[1, 2]]", "null", "{}", "3", "", "<html>", "[\"\\u0000\"]"})
    void listsOfPathsThatAreNoneAreReplacedAndKeptAside(String text) throws IOException {
        assertThat(read(text, Recents.format(), Recents.NONE)).isEqualTo(Recents.NONE);
        refused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"run\":null,\"done\":0,\"first\":{},\"edits\":[]}",
                "{\"run\":\"a\",\"done\":7,\"first\":{},\"edits\":[]}",
                "{\"run\":\"a\",\"done\":[],\"first\":{},\"edits\":[{\"name\":\"n\",\"after\":{}}]}",
                "{\"run\":\"a\",\"done\":0,\"first\":null,\"edits\":[null]}",
                "[]"
            })
    void editsThatAreNoneAreReplacedAndKeptAside(String text) throws IOException {
        assertThat(read(text, EditLog.format(), Optional.empty())).isEmpty();
        refused(text);
    }

    @Test
    void whatAReaderNeverThoughtOfIsReplacedAndKeptAsideToo() throws IOException {
        KeptFile.Format<String> fragile = new KeptFile.Format<>(
                text -> {
                    throw new UnsupportedOperationException("no text at all");
                },
                value -> value);
        assertThat(read("something", fragile, "first")).isEqualTo("first");
        refused("something");
    }

    @Test
    void whatCanBeReadIsReadAndNothingIsSaid() throws IOException {
        Recents some = Recents.NONE.opened(Path.of("/a"));
        assertThat(read("[\"/a\"]", Recents.format(), Recents.NONE)).isEqualTo(some);
        assertThat(complaints).isEmpty();
        assertThat(folder.resolve("kept.json.kept")).doesNotExist();
    }

    /** A window that closes ends the edit of a cell that has the keys: the value comes when all threads are gone. */
    @Test
    void whatComesAfterItWasClosedIsKeptToo() throws IOException {
        Path file = folder.resolve("kept.json");
        ExecutorService work = Executors.newSingleThreadExecutor();
        KeptFile<Recents> kept = new KeptFile<>(file, Recents.format(), work, Runnable::run, complaints::add);
        ObjectProperty<Recents> value = new SimpleObjectProperty<>(Recents.NONE);
        kept.keep(value);
        kept.close();
        work.shutdownNow();
        List<Throwable> thrown = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((_, exception) -> thrown.add(exception));
        try {
            value.set(Recents.NONE.opened(Path.of("/b")));
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }
        assertThat(thrown).isEmpty();
        assertThat(kept.read(Recents.NONE)).isEqualTo(Recents.NONE.opened(Path.of("/b")));
    }
}
