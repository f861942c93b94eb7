package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.record.Checkpoint;
import unroll.engine.record.RunFolder;

/** A training process is killed with no warning, again and again; what it left goes on and ends with the same bits. */
@Timeout(180)
class KillTest {
    private static final long UPDATES = 4_000;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void a_run_that_was_killed_at_random_moments_ends_with_the_bits_of_one_that_was_not(long seed)
            throws IOException, InterruptedException {
        Path killed = Files.createDirectories(folder.resolve("killed"));
        Philox random = new Philox(seed, Purpose.SAMPLING);
        long reached = -1;
        for (int i = 0; i < KILLS; i++) {
            long before = reached;
            Process process = start(killed);
            try {
                while (saved(killed) <= before && process.isAlive()) { // it has come further than the one before
                    Thread.sleep(5);
                }
                Thread.sleep(random.integer(1, 60));
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("killed, and nothing else").isEqualTo(128 + 9);
            reached = saved(killed);
            assertThat(reached).isGreaterThan(before).isLessThan(UPDATES);
        }
        Path run = RunFolder.list(killed).getFirst().path();
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(run, log)) {
            trainer.play();
            log.await(State.FINISHED);
        }
        Path whole = SmallRun.trained(experiment(), folder, UPDATES);
        assertThat(SmallRun.numbers(run)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(run)).isEqualTo(SmallRun.metrics(whole));
    }

    static Experiment experiment() {
        return SmallRun.experiment("single", UPDATES);
    }

    /** The update of the newest checkpoint that can be read; -1 as long as there is none. */
    private static long saved(Path runs) {
        List<RunFolder> all = RunFolder.list(runs);
        return all.isEmpty()
                ? -1
                : all.getFirst().checkpoint().map(Checkpoint::update).orElse(-1L);
    }

    private Process start(Path runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TrainUntilKilled.class.getName(),
                        runs.toString())
                .inheritIO()
                .start();
    }
}
