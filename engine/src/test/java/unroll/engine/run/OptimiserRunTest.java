package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.Step;
import unroll.engine.setting.SettingsException;

/** Optimisers as part of an experiment: they lower the loss of a network and resume bit for bit. */
class OptimiserRunTest {
    @TempDir
    Path folder;

    private static Experiment experiment(String precision, String optimiser) {
        return SmallRun.with(SmallRun.experiment(precision, 12), "optimiser", optimiser);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        single | {"kind": "adam", "learningRate": [[0, 0.01], [5, 0.02]], "keptGradient": [[0, 0.5], [6, 0.9]], "clip": 1}
        double | {"kind": "adam", "learningRate": [[0, 0.01]]}
        single | {"kind": "rmsprop", "learningRate": [[0, 0.01]]}
        double | {"kind": "rmsprop", "learningRate": [[0, 0.01]], "keptSquare": [[0, 0.5], [3, 0.99]]}
        single | {"kind": "nesterov-1983", "freshBatch": 3}
        double | {"kind": "nesterov-1983", "freshBatch": 0, "restart": false}
        single | {"kind": "lbfgs", "memory": 3, "freshBatch": 4}
        double | {"kind": "lbfgs", "memory": 20, "freshBatch": 0}
        single | {"kind": "conjugate-gradients", "freshBatch": 7, "probes": 3}
        double | {"kind": "conjugate-gradients", "freshBatch": 0, "restart": 5}
        """)
    void closed_and_reopened_a_run_gives_the_same_bits(String precision, String optimiser) throws IOException {
        Experiment experiment = experiment(precision, optimiser);
        Path whole = SmallRun.trained(experiment, Files.createDirectories(folder.resolve("whole")), 12);
        Path parts = SmallRun.trained(experiment, Files.createDirectories(folder.resolve("parts")), 2);
        for (int steps : new int[] {1, 3, 6}) {
            SnapshotLog log = new SnapshotLog();
            try (Trainer trainer = SmallRun.reopened(parts, log)) {
                SmallRun.step(trainer, log, steps);
            }
        }
        assertThat(SmallRun.numbers(parts)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(parts)).isEqualTo(SmallRun.metrics(whole));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nesterov-1983", "lbfgs", "conjugate-gradients"})
    void methods_that_search_along_a_line_lower_the_loss_of_a_batch_that_stays(String kind) {
        Experiment experiment = SmallRun.with(
                experiment("single", "{\"kind\": \"%s\", \"freshBatch\": 0}".formatted(kind)),
                "training.updates",
                "60");
        List<Double> losses = new ArrayList<>();
        try (Training training = new Training(experiment)) {
            while (!training.finished()) {
                Step step = training.advance();
                assertThat(step.finite()).isTrue();
                losses.add(step.loss());
            }
        }
        assertThat(losses.getLast()).isLessThan(0.5 * losses.getFirst());
        if (!kind.equals("nesterov-1983")) {
            for (int t = 1; t < losses.size(); t++) {
                assertThat(losses.get(t)).isLessThanOrEqualTo(losses.get(t - 1) * (1 + 1e-6)); // to rounding in float
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"adam", "rmsprop"})
    void methods_with_a_step_for_each_parameter_lower_the_test_loss(String kind) {
        Experiment experiment = SmallRun.with(
                experiment("single", "{\"kind\": \"%s\", \"learningRate\": [[0, 0.003]]}".formatted(kind)),
                "training.updates",
                "100");
        try (Training training = new Training(experiment)) {
            double before = training.test()[0];
            while (!training.finished()) {
                assertThat(training.advance().finite()).isTrue();
            }
            assertThat(training.test()[0]).isLessThan(0.8 * before);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nesterov-1983", "lbfgs", "conjugate-gradients"})
    void methods_that_search_along_a_line_refuse_pieces_of_sequences(String kind) {
        Experiment pieces = SmallRun.with(
                experiment("single", "{\"kind\": \"%s\"}".formatted(kind)),
                "gradient",
                "{\"kind\": \"tbptt\", \"every\": 2, \"back\": 2, \"online\": true}");
        assertThatThrownBy(() -> new Training(pieces))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("pieces of sequences");
    }
}
