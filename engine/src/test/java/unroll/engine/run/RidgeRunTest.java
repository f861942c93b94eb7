package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Echo-state networks as experiments: they are what their settings say, resume bit for bit, and learn. */
class RidgeRunTest {
    @TempDir
    Path folder;

    private static Experiment experiment(String precision) {
        return SettingsJson.read(Experiment.class, """
            {
              "name": "echo",
              "task": {"kind": "mackey-glass", "length": 60, "warmUp": 20, "delay": 17},
              "model": {"kind": "esn", "hidden": 30, "oscillators": 2},
              "optimiser": {"kind": "ridge", "strength": [[0, 0.001], [4, 0.000001]], "washOut": 10},
              "training": {"batch": 30, "updates": 9, "testSequences": 5, "testEvery": 2},
              "backend": {"precision": "%s", "threads": 2}
            }
            """.formatted(precision), "echo.json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"single", "double"})
    void closed_and_reopened_a_run_gives_the_same_bits(String precision) throws IOException {
        Path whole = SmallRun.trained(experiment(precision), Files.createDirectories(folder.resolve("whole")), 9);
        Path parts = SmallRun.trained(experiment(precision), Files.createDirectories(folder.resolve("parts")), 2);
        for (int steps : new int[] {3, 4}) {
            SnapshotLog log = new SnapshotLog();
            try (Trainer trainer = SmallRun.reopened(parts, log)) {
                SmallRun.step(trainer, log, steps);
            }
        }
        assertThat(SmallRun.numbers(parts)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(parts)).isEqualTo(SmallRun.metrics(whole));
        Path other = SmallRun.trained(
                SmallRun.with(experiment(precision), "seeds.initialisation", "2"),
                Files.createDirectories(folder.resolve("other")),
                9);
        assertThat(SmallRun.numbers(other)).as("another reservoir").isNotEqualTo(SmallRun.numbers(whole));
    }

    @Test
    void the_reservoir_is_the_same_whatever_the_initialisation_and_training_leaves_it_alone() {
        double[] sparse = reservoir("sparse", "ridge");
        assertThat(reservoir("variance-preserving", "ridge")).containsExactly(sparse);
        assertThat(reservoir("sparse", "nesterov")).containsExactly(sparse);
        assertThat(Arrays.stream(sparse).filter(x -> x != 0).count()).isEqualTo(26 * 15 + 4 * 2);
    }

    private static double[] reservoir(String initialisation, String optimiser) {
        Experiment experiment = SmallRun.with(
                SmallRun.with(experiment("single"), "initialisation", initialisation), "optimiser", optimiser);
        try (Training training = new Training(experiment)) {
            training.advance();
            training.advance();
            return training.parameters().entrySet().stream()
                    .filter(entry -> entry.getKey().equals("W_hh"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .numbers();
        }
    }

    @Test
    void the_example_beats_what_it_must_beat_after_one_update() {
        Experiment example = Examples.all(Path.of("..")).stream()
                .filter(candidate -> candidate.name().equals("Mackey-Glass"))
                .findFirst()
                .orElseThrow();
        Experiment small = SmallRun.with(SmallRun.with(example, "training.batch", "5"), "training.testSequences", "5");
        try (Training training = new Training(small)) {
            double before = training.test()[0];
            assertThat(training.advance().finite()).isTrue();
            double after = training.test()[0];
            double best = training.baselines().stream()
                    .mapToDouble(baseline -> baseline.scores()[0])
                    .min()
                    .orElseThrow();
            assertThat(before).isGreaterThan(best);
            assertThat(after).isLessThan(best / 100);
        }
    }

    @Test
    void a_task_that_ridge_regression_cannot_learn_is_refused_with_a_sentence() {
        Experiment balls = SmallRun.with(experiment("single"), "task", "bouncing-balls");
        assertThatThrownBy(() -> new Training(balls))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("squared")
                .hasMessageContaining("another optimiser");
    }

    @Test
    void an_update_that_cannot_be_solved_says_what_to_do_and_changes_nothing() throws IOException {
        Experiment silent = SmallRun.with(
                SmallRun.with(SmallRun.with(experiment("double"), "model.inputScale", "0"), "model.biasScale", "0"),
                "optimiser.strength",
                "0");
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(silent, Files.createDirectories(folder.resolve("silent")), log)) {
            trainer.play();
            log.await(State.DIVERGED);
            assertThat(log.last().update()).isZero();
            assertThat(log.last().trouble().orElseThrow())
                    .startsWith("Update 1 was not made: the states")
                    .contains("raise the ridge");
        }
    }
}
