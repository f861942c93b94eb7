package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Training sets that end, and tests on sequences of another length than those that were learned from. */
class TrainingSetsTest {
    /** A sum that leaks, so that it is wrong, and more so the longer it runs; nothing moves. */
    private static final Experiment LEAKING = SettingsJson.read(Experiment.class, """
        {"task": {"kind": "running-sum", "length": 4}, "model": {"kind": "rnn", "hidden": 1, "activation": "linear"},
         "initialisation": {"kind": "values", "values": {"W_hv": "1", "W_hh": "0.9", "W_oh": "1"}},
         "optimiser": {"kind": "gradient-descent", "learningRate": 0},
         "training": {"batch": 6, "updates": 9, "testSequences": 50},
         "backend": {"precision": "double", "threads": 1}}\
        """, "leaking.json");

    private static Experiment with(String... pairs) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return SettingsJson.with(LEAKING, settings);
    }

    private static double[] losses(Experiment experiment, int updates) {
        double[] losses = new double[updates];
        try (Training training = new Training(experiment)) {
            for (int i = 0; i < updates; i++) {
                losses[i] = training.advance().loss();
            }
        }
        return losses;
    }

    /** The first six sequences come in turn: in batches of four, three updates have each of them twice. */
    @Test
    void a_set_that_ends_comes_again_and_again_in_turn() {
        double[] whole = losses(with("training.sequences", "6"), 3);
        assertThat(whole).containsOnly(whole[0]);
        double[] four = losses(with("training.sequences", "6", "training.batch", "4"), 6);
        assertThat((four[0] + four[1] + four[2]) / 3).isCloseTo(whole[0], within(1e-14));
        assertThat(four[0]).isNotEqualTo(four[1]);
        assertThat(new double[] {four[3], four[4], four[5]}).containsExactly(four[0], four[1], four[2]);
        double[] endless = losses(LEAKING, 3);
        assertThat(endless[0]).isEqualTo(whole[0]);
        assertThat(endless[1]).isNotEqualTo(endless[0]);
    }

    /** One sequence after another, each a batch of its own: the numbers of the stream up to the end of the set. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void the_set_is_the_beginning_of_what_is_drawn_without_end(int set) {
        double[] endless = losses(with("training.batch", "1"), 5);
        double[] ended = losses(with("training.batch", "1", "training.sequences", Integer.toString(set)), 5);
        for (int i = 0; i < 5; i++) {
            assertThat(ended[i]).isEqualTo(endless[i % set]);
        }
    }

    /** Forty units learn four sequences by heart, and do badly on others (thesis sec. 2.6). */
    @Test
    void a_small_set_is_learned_by_heart() {
        Map<String, String> settings = Map.of(
                "task", "parity",
                "task.length", "8",
                "model.hidden", "40",
                "model.activation", "tanh",
                "initialisation", "orthogonal",
                "optimiser", "adam",
                "optimiser.learningRate", "0.01",
                "training.sequences", "4",
                "training.batch", "4");
        try (Training training = new Training(SettingsJson.with(LEAKING, settings))) {
            double loss = 0;
            for (int i = 0; i < 300; i++) {
                loss = training.advance().loss();
            }
            assertThat(training.headline(loss)).isLessThan(0.01);
            assertThat(training.test()[0]).isGreaterThan(0.5);
        }
    }

    /** A batch's loss is per step of the training, a test's per step of its own. */
    @ParameterizedTest
    @CsvSource({"running-sum, length, 20", "running-sum, length, 2", "addition, length, 60"})
    void tests_may_have_another_length(String task, String name, String length) {
        Experiment base = with("task", task, "initialisation.values", "W_hh: 0.9, W_oh: 1, b_h: 0.1");
        Experiment longer = SettingsJson.with(base, "training.testLength", length);
        Experiment itself = SettingsJson.with(base, "task." + name, length);
        try (Training trained = new Training(base);
                Training tested = new Training(longer);
                Training own = new Training(itself)) {
            assertThat(tested.task().steps()).isEqualTo(own.task().steps());
            assertThat(tested.test()).containsExactly(own.test()).isNotEqualTo(trained.test());
            assertThat(tested.replica().run(3, 1).prediction())
                    .hasDimensions(own.task().steps(), 1);
            assertThat(tested.baselines()).usingRecursiveComparison().isEqualTo(own.baselines());
            double loss = trained.advance().loss();
            assertThat(tested.advance().loss()).isEqualTo(loss);
            assertThat(tested.headline(loss)).isCloseTo(trained.headline(loss), within(1e-15));
        }
    }

    @Test
    void digits_are_a_length_and_a_length_out_of_range_or_of_no_such_task_is_refused() {
        Experiment adder = Examples.of("binary-addition").orElseThrow();
        try (Training training = new Training(SettingsJson.with(adder, "training.testLength", "100"))) {
            assertThat(training.task().steps()).isEqualTo(103);
        }
        for (List<String> wrong : List.of(
                List.of("binary-addition", "2000", "training.testLength: digits: Digits is 2000 but must be 1 to 1000"),
                List.of(
                        "curves",
                        "50",
                        "training.testLength: sequences of this task are not the same task at another length; set it to"
                                + " 0"))) {
            Experiment experiment =
                    SettingsJson.with(Examples.of(wrong.get(0)).orElseThrow(), "training.testLength", wrong.get(1));
            assertThatThrownBy(experiment::tests)
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(wrong.get(2));
        }
    }
}
