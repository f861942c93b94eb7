package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.run.Examples;
import unroll.engine.run.RunFolder;

/** Ctrl+C in the terminal saves the run and says nothing strange. */
@Timeout(120)
class InterruptTest {
    @TempDir
    Path runs;

    /** A program that is the command line. */
    static final class Program {
        private Program() {}

        /** @param arguments of the command line */
        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true);
            CommandLineInterface.of(out, out, Examples.first(), (trainer, snapshot) -> {}, (folder, report) -> {})
                    .execute(arguments);
        }
    }

    @Test
    void an_interrupted_run_is_saved_and_can_go_on() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Program.class.getName(),
                        "train",
                        "--runs",
                        runs.toString(),
                        "--set",
                        "task=addition",
                        "--set",
                        "model.hidden=5",
                        "--set",
                        "training.updates=1000000")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(line);
                if (line.contains("of 1,000,000 updates")) {
                    Thread.sleep(200);
                    process.toHandle().destroy(); // as Ctrl+C does, asks it to end
                }
                line = reader.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.contains("Shutdown"));
        RunFolder run = RunFolder.list(runs).getFirst();
        assertThat(run.history()).as("what was made before it ended").hasSizeGreaterThan(1);
        assertThat(run.history()).startsWith(0L);
    }
}
