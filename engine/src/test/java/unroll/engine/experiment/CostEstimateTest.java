package unroll.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.problem.Problem;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

class CostEstimateTest {
    private static Experiment experiment(String model, int batch, String precision) {
        return SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 30}, "model": %s,
             "training": {"batch": %d}, "backend": {"precision": "%s"}}\
            """.formatted(model, batch, precision), "test");
    }

    private static String rnn(int hidden) {
        return "{\"kind\": \"rnn\", \"hidden\": " + hidden + "}";
    }

    @ParameterizedTest
    @CsvSource({"5, 4", "20, 1", "33, 50"})
    void a_batch_costs_three_products_with_every_weight_at_every_step(int hidden, int batch) {
        Experiment experiment = experiment(rnn(hidden), batch, "single");
        CostEstimate prospect = CostEstimate.of(experiment);
        int inputs = prospect.inputs();
        int outputs = prospect.outputs();
        int steps = experiment.task().open().steps();
        assertThat(prospect.theta()).hasSize(hidden * (inputs + hidden + outputs) + hidden + outputs + hidden);
        assertThat(prospect.multiplications()).isEqualTo(3.0 * hidden * (inputs + hidden + outputs) * steps * batch);
    }

    @Test
    void memory_grows_with_the_batch_by_the_states_alone_and_twice_as_fast_in_double_precision() {
        double[] single = new double[3];
        double[] twice = new double[3];
        for (int i = 0; i < 3; i++) {
            single[i] = bytes(experiment(rnn(7), 10 * (i + 1), "single"));
            twice[i] = bytes(experiment(rnn(7), 10 * (i + 1), "double"));
            assertThat(twice[i]).isEqualTo(2 * single[i]);
        }
        assertThat(single[2] - single[1]).isEqualTo(single[1] - single[0]);
        int steps = experiment(rnn(7), 10, "single").task().open().steps();
        double states = 2 * 4.0 * 10 * steps * (3 * 7);
        assertThat(single[1] - single[0])
                .as("sums, states and the states before them, and their adjoints, and the ends besides")
                .isBetween(states, 2 * states);
    }

    private static double bytes(Experiment experiment) {
        return CostEstimate.of(experiment).bytes().orElseThrow();
    }

    @Test
    void a_network_too_large_to_look_at_in_passing_is_not_built() {
        assertThat(CostEstimate.of(experiment(rnn(2100), 1, "single")).bytes()).isEmpty();
    }

    /** The inputs of 3,000 sequences are 200 MB; 500 units that are kept over 2,200 steps are 13 GB, and gates are more of them. */
    @ParameterizedTest
    @CsvSource({"3000, 500, single, true", "3000, 500, double, true", "3, 500, double, false", "3000, 1, single, false"
    })
    void states_that_no_memory_holds_are_refused_before_they_are_allocated(
            int batch, int hidden, String precision, boolean refused) {
        Experiment experiment = SettingsJson.read(Experiment.class, """
            {"task": {"kind": "addition", "length": 2000}, "model": {"kind": "gru", "hidden": %d},
             "training": {"batch": %d, "testSequences": 10}, "backend": {"precision": "%s", "threads": 1}}
            """.formatted(hidden, batch, precision), "test");
        Problem problem = Problem.of(experiment.task().open(), experiment.model());
        if (refused) {
            assertThatThrownBy(() -> CostEstimate.requireMemory(experiment, problem))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("a batch of 3,000 sequences of 2,200 steps")
                    .hasMessageContaining("MB of memory at least");
        } else {
            CostEstimate.requireMemory(experiment, problem);
        }
    }

    @Test
    void an_impossible_network_says_why() {
        Experiment experiment = experiment(
                "{\"kind\": \"designed\", \"layers\": \"h: tanh 3\", \"connections\": \"v > h, h > h, h > o\"}",
                1,
                "single");
        assertThatThrownBy(() -> CostEstimate.of(experiment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("receives itself within one time step");
    }
}
