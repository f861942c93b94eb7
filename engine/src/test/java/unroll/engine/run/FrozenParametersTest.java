package unroll.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Layout;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Schema;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/** Parameters that an experiment does not train stay as they began, to the last bit; the others are trained as ever. */
class FrozenParametersTest {
    private static final Experiment LSTM = SettingsJson.read(Experiment.class, """
        {"task": {"kind": "running-sum", "length": 5}, "model": {"kind": "lstm", "hidden": 3},
         "initialisation": {"kind": "normal"}, "optimiser": {"kind": "gradient-descent", "learningRate": 0.1},
         "regularisation": {"weightDecay": 0.01},
         "training": {"batch": 60, "updates": 3, "testSequences": 10},
         "backend": {"precision": "double", "threads": 1}}\
        """, "lstm.json");

    private static double[] after(Experiment experiment, int updates) {
        try (Training training = new Training(experiment)) {
            for (int i = 0; i < updates; i++) {
                assertThat(training.advance().finite()).isTrue();
            }
            return training.backend().read(training.theta());
        }
    }

    private static Experiment training(Experiment experiment, String names) {
        return SettingsJson.with(experiment, "training.train", names);
    }

    /** The part of the layout, whole or a gate's, that has that name. */
    private static Layout.Slot slot(Layout layout, String name) {
        return Stream.concat(layout.slots().stream(), layout.parts().stream())
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<String> optimisers() {
        return Schema.choices(OptimiserSettings.class).stream()
                .map(kind -> Schema.kind(kind).name());
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void no_optimiser_changes_what_is_not_trained(String optimiser) {
        Experiment base = SettingsJson.with(
                LSTM,
                Map.of("optimiser", optimiser, "regularisation.weightDecay", optimiser.equals("ridge") ? "0" : "0.01"));
        Layout layout = base.layout();
        double[] first = after(base, 0);
        for (String names : List.of("W_o, b_o", "W_o b_o b[1] W_h[2]", "none")) {
            if (optimiser.equals("ridge") && names.equals("none")) {
                continue; // it solves for the read-out, which is then fixed: refused below
            }
            double[] last = after(training(base, names), 2);
            boolean[] trained = new boolean[first.length];
            if (!names.equals("none")) {
                for (String name : names.split("[, ]+", -1)) {
                    Layout.Slot slot = slot(layout, name);
                    for (int i = 0; i < slot.size(); i++) {
                        trained[slot.offset() + i] = true;
                    }
                }
            }
            boolean moved = false;
            for (int i = 0; i < first.length; i++) {
                moved |= last[i] != first[i];
                if (!trained[i]) {
                    assertThat(last[i]).as("%s, number %d", names, i).isEqualTo(first[i]);
                }
            }
            assertThat(moved).as(names).isEqualTo(!names.equals("none"));
        }
    }

    /** One step of gradient descent: what is trained moves as it does when everything is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"W_o", "b", "b[1]", "W_x[0], h_0", "c_0"})
    void what_is_trained_takes_the_step_that_it_takes_among_all(String names) {
        Layout layout = LSTM.layout();
        double[] all = after(LSTM, 1);
        double[] some = after(training(LSTM, names), 1);
        for (String name : names.split(", ", -1)) {
            Layout.Slot slot = slot(layout, name);
            for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                assertThat(some[i]).as(name).isEqualTo(all[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void naming_all_parameters_is_the_same_as_all_of_them_to_the_bit(String optimiser) {
        Experiment base = SettingsJson.with(
                LSTM,
                Map.of("optimiser", optimiser, "regularisation.weightDecay", optimiser.equals("ridge") ? "0" : "0.01"));
        String names = String.join(
                ", ", base.layout().slots().stream().map(Layout.Slot::name).toList());
        assertThat(after(training(base, names), 3)).containsExactly(after(base, 3));
    }

    @Test
    void thresholds_that_are_not_trained_leave_a_read_out_that_can_be() {
        Experiment steps = SettingsJson.with(LSTM, Map.of("model", "rnn", "model.activation", "step"));
        assertThatThrownBy(() -> after(steps, 0)).hasMessageContaining("a threshold has no slope");
        assertThatThrownBy(() -> after(training(steps, "W_oh, b_h"), 0))
                .hasMessageContaining("a threshold has no slope");
        assertThat(after(training(steps, "W_oh, b_o"), 2)).isNotEqualTo(after(training(steps, "none"), 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W_q | the network has no parameter W_q; did you mean W_x?",
                "W_o, bb | the network has no parameter bb; did you mean b?",
                "nonsense | the network has no parameter nonsense; name some of W_x, W_h, ",
                "W_o, | the network has no parameter without a name; did you mean b?"
            })
    void what_the_network_does_not_have_is_refused(String names, String complaint) {
        assertThatThrownBy(() -> after(training(LSTM, names), 0))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("training.train: " + complaint);
    }

    @Test
    void what_is_never_trained_and_a_read_out_that_ridge_needs_are_refused() {
        Experiment echo = SettingsJson.with(LSTM, Map.of("model", "esn", "initialisation", "sparse"));
        assertThatThrownBy(() -> after(training(echo, "W_hh"), 0))
                .hasMessage("training.train: W_hh is never trained in this network; leave it out");
        assertThat(after(training(echo, "W_oh"), 2)).isNotEqualTo(after(echo, 2));
        Experiment ridge = SettingsJson.with(echo, Map.of("optimiser", "ridge", "regularisation.weightDecay", "0"));
        assertThatThrownBy(() -> after(training(ridge, "b_o"), 0))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("optimiser: ridge regression cannot train this");
    }
}
