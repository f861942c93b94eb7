package unroll.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.engine.experiment.Examples;
import unroll.engine.file.FolderLock;
import unroll.engine.record.RunFolder;

/** Ctrl+C in the terminal saves the run, or the runs, and says nothing strange. */
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

    /** Runs the program until {@code cue} is seen, then asks it to end as Ctrl+C does; what it printed. */
    private static List<String> interrupted(Predicate<String> cue, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Program.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(line);
                if (cue.test(line)) {
                    Thread.sleep(200);
                    process.toHandle().destroy();
                }
                line = reader.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).noneMatch(line -> line.contains("Exception") || line.contains("Shutdown"));
        return lines;
    }

    @Test
    void an_interrupted_run_is_saved_and_can_go_on() throws IOException, InterruptedException {
        interrupted(
                line -> line.contains("of 1,000,000 updates"),
                "train",
                "--runs",
                runs.toString(),
                "--set",
                "task=addition",
                "--set",
                "model.hidden=5",
                "--set",
                "training.updates=1000000");
        RunFolder run = RunFolder.list(runs).getFirst();
        assertThat(run.history()).as("what was made before it ended").hasSizeGreaterThan(1);
        assertThat(run.history()).startsWith(0L);
    }

    /** Another program has the folder: this one. */
    private static boolean isTaken(Path place) {
        assertThatThrownBy(() -> FolderLock.take(place, "is taken")).hasMessage(place + ": is taken");
        return true;
    }

    /** The second of two runs has no end; the first is over when the program is asked to end. */
    @Test
    void an_interrupted_sweep_keeps_what_is_over_saves_what_trains_and_can_go_on()
            throws IOException, InterruptedException {
        String endless = SweepCommandTest.document("0.05")
                .replace(
                        "\"axes\": [",
                        "\"axes\": [{\"axis\": \"updates\", \"set\": \"training.updates\", "
                                + "\"values\": [5, 9000000]},")
                .replace("\"name\": \"three\",", "\"stop\": {\"whenSolved\": false},")
                .replace("[1, 2, 3]", "[1]");
        Path file = Files.writeString(runs.resolve("endless.json"), endless);
        Path place = runs.resolve("place");
        interrupted(
                line -> line.contains("1 of 2 runs over") && isTaken(place),
                "sweep",
                file.toString(),
                "--to",
                place.toString(),
                "--jobs",
                "1");
        FolderLock.take(place, "the lock ends with the program that held it").close();
        assertThat(place.resolve("runs/updates 5, seed 1/result.json")).exists();
        RunFolder left = RunFolder.open(place.resolve("runs/updates 9000000, seed 1"));
        assertThat(left.path().resolve("result.json")).doesNotExist();
        long made = left.expenses().updates();
        assertThat(left.checkpoint().orElseThrow().update())
                .as("nothing that was told is lost")
                .isEqualTo(made);
        interrupted(line -> line.startsWith("Folder: "), "sweep", place.toString(), "--jobs", "1");
        assertThat(left.expenses().updates()).isGreaterThanOrEqualTo(made);
    }
}
