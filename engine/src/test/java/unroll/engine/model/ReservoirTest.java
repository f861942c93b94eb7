package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.analysis.Gelfand;
import unroll.engine.backend.Activation;
import unroll.engine.init.FixedParameters;
import unroll.engine.setting.SettingsException;

class ReservoirTest {
    private static EchoState settings(
            int hidden, double radius, int incoming, int oscillators, double from, double to) {
        return new EchoState(hidden, Activation.TANH, radius, incoming, 1, 0.3, 0.1, oscillators, from, to);
    }

    private static Layout layout(EchoState settings) {
        return settings.model(2, 3).layout();
    }

    private static double[] draw(EchoState settings, long seed) {
        double[] theta = new double[layout(settings).size()];
        FixedParameters.draw(settings, layout(settings), seed, theta);
        return theta;
    }

    /** W_hh, row by row. */
    private static double[] recurrent(EchoState settings, long seed) {
        Layout.Slot slot = layout(settings).slot("W_hh");
        double[] w = new double[slot.size()];
        System.arraycopy(draw(settings, seed), slot.offset(), w, 0, w.length);
        return w;
    }

    @ParameterizedTest(name = "H {0}, radius {1}, incoming {2}, oscillators {3}")
    @CsvSource({"5,0.7,2,0", "23,0.9,4,0", "60,1.3,15,0", "23,0.9,4,3", "41,0.5,60,20", "8,0.95,3,4"})
    void the_drawn_matrix_has_the_spectral_radius_that_was_asked_for(
            int hidden, double radius, int incoming, int oscillators) {
        double[] w = recurrent(settings(hidden, radius, incoming, oscillators, 3, 50), 4);
        assertThat(Gelfand.radius(w, hidden)).isCloseTo(radius, within(1e-8));
        double[] larger = Arrays.stream(w).map(x -> 1.00001 * x).toArray();
        assertThat(Gelfand.radius(larger, hidden) - radius)
                .as("negative control: a hundred-thousandth more")
                .isGreaterThan(1e-6);
    }

    @Test
    void a_unit_receives_input_from_so_many_others_and_an_oscillator_only_from_its_own_pair() {
        int hidden = 30;
        double[] w = recurrent(settings(hidden, 0.9, 7, 4, 3, 50), 4);
        boolean driven = false;
        for (int i = 0; i < hidden; i++) {
            int connections = 0;
            for (int j = 0; j < hidden; j++) {
                connections += w[i * hidden + j] == 0 ? 0 : 1;
                boolean outside = i < 8 && i / 2 != j / 2;
                assertThat(outside && w[i * hidden + j] != 0).isFalse();
                driven |= i >= 8 && j < 8 && w[i * hidden + j] != 0;
            }
            assertThat(connections).isEqualTo(i < 8 ? 2 : 7);
        }
        assertThat(driven).as("the oscillators drive the rest").isTrue();
    }

    @Test
    void an_oscillators_eigenvalues_are_the_radius_times_a_turn_through_its_period_and_periods_have_equal_ratios() {
        int hidden = 9;
        double radius = 0.8;
        double[] w = recurrent(settings(hidden, radius, 3, 3, 4, 64), 4);
        double[] periods = {4, 16, 64};
        for (int k = 0; k < periods.length; k++) {
            int at = 2 * k * hidden + 2 * k;
            double trace = w[at] + w[at + hidden + 1];
            double determinant = w[at] * w[at + hidden + 1] - w[at + 1] * w[at + hidden];
            // the roots of z^2 - trace z + determinant are r e^(+-i a) where trace = 2 r cos a, determinant = r^2
            assertThat(determinant).isCloseTo(radius * radius, within(1e-14));
            assertThat(trace).isCloseTo(2 * radius * Math.cos(2 * Math.PI / periods[k]), within(1e-14));
        }
    }

    @Test
    void with_radius_1_an_oscillator_is_back_after_its_period_and_not_before() {
        double[] w = recurrent(settings(2, 1, 3, 1, 7, 7), 4);
        double[] x = {0.3, -0.5};
        for (int t = 1; t <= 7; t++) {
            x = new double[] {w[0] * x[0] + w[1] * x[1], w[2] * x[0] + w[3] * x[1]};
            double away = Math.hypot(x[0] - 0.3, x[1] + 0.5);
            if (t < 7) {
                assertThat(away).isGreaterThan(0.1);
            } else {
                assertThat(away).isLessThan(1e-14);
            }
        }
    }

    @Test
    void the_same_seed_draws_the_same_reservoir_and_what_is_trained_is_left_alone() {
        EchoState settings = settings(12, 0.9, 4, 2, 3, 50);
        assertThat(draw(settings, 5)).containsExactly(draw(settings, 5)).isNotEqualTo(draw(settings, 6));
        double[] theta = new double[layout(settings).size()];
        Arrays.fill(theta, 17);
        FixedParameters.draw(settings, layout(settings), 5, theta);
        for (Layout.Slot slot : layout(settings).slots()) {
            for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
                assertThat(theta[i] == 17).as(slot.name()).isEqualTo(!slot.fixed());
            }
        }
    }

    @Test
    void the_input_and_the_biases_have_the_deviations_that_were_asked_for() {
        EchoState settings = settings(4000, 0, 1, 2000, 3, 50);
        Layout layout = layout(settings);
        double[] theta = draw(settings, 9);
        // the relative error of the deviation of n numbers is 1 / sqrt(2 n): five of them
        assertThat(deviation(theta, layout.slot("W_hv"))).isCloseTo(0.3, within(0.3 * 5 / Math.sqrt(16_000)));
        assertThat(deviation(theta, layout.slot("b_h"))).isCloseTo(0.1, within(0.1 * 5 / Math.sqrt(8_000)));
    }

    private static double deviation(double[] theta, Layout.Slot slot) {
        double sum = 0;
        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
            sum += theta[i] * theta[i];
        }
        return Math.sqrt(sum / slot.size());
    }

    @Test
    void settings_that_contradict_each_other_are_refused() {
        assertThatThrownBy(() -> settings(7, 0.9, 3, 4, 3, 50))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("8 hidden units");
        assertThatThrownBy(() -> settings(8, 0.9, 3, 4, 51, 50))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("exchange");
        for (double leak : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new EchoState(8, Activation.TANH, 0.9, 3, leak, 1, 0, 0, 4, 4))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("leak");
        }
    }
}
