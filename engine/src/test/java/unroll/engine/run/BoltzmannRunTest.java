package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Boltzmann machines are trained, kept and gone on with as every other network. */
class BoltzmannRunTest {
    private static final String RBM =
            "{\"kind\": \"rbm\", \"hidden\": 8, \"divergence\": {\"sweeps\": 2, \"persistent\": true}}";
    private static final String TRBM = "{\"kind\": \"trbm\", \"hidden\": 8, \"taps\": 2}";
    private static final String TWO_LAYERS =
            "{\"kind\": \"trbm\", \"hidden\": 8, \"taps\": 2, \"second\": 5, \"alone\": 6}";
    private static final String RTRBM =
            "{\"kind\": \"rtrbm\", \"hidden\": 8, \"still\": 6, \"divergence\": {\"sweeps\": [[0, 3], [4, 5]],"
                    + " \"persistent\": true}}";
    private static final String RNN_RBM = "{\"kind\": \"rnn-rbm\", \"memory\": 7, \"hidden\": 8}";

    @TempDir
    Path runs;

    private static Experiment experiment(String model, int threads) {
        return SettingsJson.read(Experiment.class, """
            {
              "name": "small",
              "task": {"kind": "bouncing-balls", "balls": 1, "resolution": 6, "length": 20, "radius": 2},
              "model": %s,
              "initialisation": {"kind": "normal", "deviation": 0.1},
              "optimiser": {"kind": "momentum", "learningRate": 0.002, "momentum": 0.5},
              "training": {"batch": 60, "updates": 40, "testSequences": 5, "testEvery": 8},
              "backend": {"device": "cpu", "precision": "double", "threads": %d}
            }
            """.formatted(model, threads), "small.json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {RBM, TRBM, TWO_LAYERS, RTRBM, RNN_RBM})
    void resuming_equals_never_having_stopped_on_any_number_of_threads(String model) throws Exception {
        Path whole = SmallRun.trained(experiment(model, 1), runs, 20);
        Path first = SmallRun.trained(experiment(model, 2), runs, 9);
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.reopened(first, log)) {
            SmallRun.step(trainer, log, 11);
        }
        assertThat(SmallRun.numbers(first)).isEqualTo(SmallRun.numbers(whole));
        assertThat(SmallRun.metrics(first)).isEqualTo(SmallRun.metrics(whole));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {TRBM, RTRBM, RNN_RBM})
    void it_learns_to_predict(String model) {
        Experiment longer = SmallRun.with(experiment(model, 2), "training.updates", "400");
        SnapshotLog log = new SnapshotLog();
        try (Trainer trainer = SmallRun.trainer(longer, runs, log)) {
            SmallRun.step(trainer, log, 8);
            double before = log.last().curves().test(0, 0);
            SmallRun.step(trainer, log, 240);
            int last = log.last().curves().tests() - 1;
            assertThat(log.last().curves().test(last, 0)).isLessThan(0.8 * before);
            assertThat(log.last().exploded()).isFalse();
        }
    }

    /** What is no loss stands on no axis with one; it is reported under its own name. */
    @Test
    void the_gap_is_a_gauge_and_no_training_loss() throws Exception {
        Path folder = SmallRun.trained(experiment(RTRBM, 1), runs, 20);
        List<String> lines = SmallRun.metrics(folder);
        List<String> head = List.of(lines.getFirst().split(",", -1));
        assertThat(head).endsWith("free-energy gap", "reconstruction error");
        int train = head.indexOf("train");
        int error = head.indexOf("reconstruction error");
        List<String[]> updates = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(line -> !line[error].isEmpty())
                .toList();
        assertThat(updates).hasSize(20);
        assertThat(updates).allSatisfy(line -> {
            assertThat(Double.parseDouble(line[train])).isNaN();
            assertThat(Double.parseDouble(line[error])).isBetween(0.1, 36.0);
        });
    }

    /** Persistent chains are part of a run: without them it goes on differently. */
    @Test
    void where_chains_are_is_kept() {
        Experiment experiment = experiment(RBM, 1);
        try (Training training = new Training(experiment)) {
            IntStream.range(0, 5).forEach(_ -> training.advance());
            assertThat(training.checkpoint(0).tensors().keySet())
                    .filteredOn(name -> name.contains("chains"))
                    .isNotEmpty();
        }
    }

    @Test
    void targets_that_the_visible_units_cannot_be_are_refused_with_what_to_do() {
        Experiment gaussian = SmallRun.with(experiment(RNN_RBM, 1), "model.visible", "gaussian");
        assertThatThrownBy(() -> new Training(gaussian))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("set them to binary");
        Experiment classes = SmallRun.with(experiment(RNN_RBM, 1), "task", "temporal-order");
        assertThatThrownBy(() -> new Training(classes))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("classes");
    }
}
