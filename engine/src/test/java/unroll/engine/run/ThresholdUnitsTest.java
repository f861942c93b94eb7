package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Threshold units compute like any others; what would learn by their slope is told that they have none. */
class ThresholdUnitsTest {
    private static final String RIDGE = "ridge";

    /** Running sums, of which a threshold network can tell whether they are positive. */
    private static final Experiment STEPS = SettingsJson.read(Experiment.class, """
        {"task": {"kind": "running-sum", "length": 6}, "model": {"kind": "rnn", "hidden": 5, "activation": "step"},
         "training": {"batch": 60, "updates": 2, "testSequences": 30}, "backend": {"threads": 1}}\
        """, "steps.json");

    static Stream<String> optimisers() {
        return Schema.choices(OptimiserSettings.class).stream()
                .map(kind -> Schema.kind(kind).name());
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void every_optimiser_that_needs_a_slope_refuses_them_and_says_what_to_do(String optimiser) {
        Experiment experiment = SettingsJson.with(STEPS, "optimiser", optimiser);
        if (optimiser.equals(RIDGE)) {
            try (Training training = new Training(experiment)) {
                double before = training.test()[0];
                assertThat(training.advance().finite()).isTrue();
                assertThat(training.test()[0]).isLessThan(before);
            }
        } else {
            assertThatThrownBy(() -> new Training(experiment))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("optimiser: ")
                    .hasMessageEndingWith(" cannot train this, for a threshold has no slope; choose another optimiser"
                            + " or logistic units with weights 20 times as large");
        }
    }

    /** The reservoir's weights are fixed, so that nothing that is trained acts through its thresholds. */
    @ParameterizedTest
    @ValueSource(strings = {"gradient-descent", "adam", "hessian-free"})
    void a_read_out_of_thresholds_can_be_trained(String optimiser) {
        Experiment experiment = SettingsJson.with(
                STEPS,
                Map.of(
                        "model", "esn",
                        "model.hidden", "12",
                        "model.activation", "step",
                        "optimiser", optimiser,
                        "training.updates", "20"));
        try (Training training = new Training(experiment)) {
            double before = training.test()[0];
            for (int i = 0; i < 20; i++) {
                assertThat(training.advance().finite()).isTrue();
            }
            assertThat(training.test()[0]).isLessThan(before);
        }
    }

    @Test
    void other_units_are_not_refused() {
        try (Training training = new Training(SettingsJson.with(STEPS, "model.activation", "relu"))) {
            assertThat(training.advance().finite()).isTrue();
        }
    }
}
