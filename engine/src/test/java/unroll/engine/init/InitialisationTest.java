package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.analysis.Gelfand;
import unroll.engine.backend.Activation;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Slot;
import unroll.engine.model.StandardRnn;
import unroll.engine.model.ThesisLstm;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class InitialisationTest {
    private static Layout layout(int inputs, int hidden, int outputs) {
        return new StandardRnn(hidden, Activation.TANH).model(inputs, outputs).layout();
    }

    private static double[] draw(InitialisationSettings settings, Layout layout, long seed) {
        return settings.draw(layout, new Philox(seed, Purpose.INITIALISATION));
    }

    private static double[] part(double[] theta, Slot slot) {
        return Arrays.copyOfRange(theta, slot.offset(), slot.offset() + slot.size());
    }

    @ParameterizedTest(name = "I {0}, H {1}, O {2}, {3} incoming, seed {index}")
    @CsvSource({"2,100,1,15", "3,7,5,15", "40,16,40,15", "1,1,1,15", "9,30,4,1", "15,15,15,15"})
    void sparse_rows_have_exactly_so_many_entries(int inputs, int hidden, int outputs, int incoming) {
        Layout layout = layout(inputs, hidden, outputs);
        for (long seed = 1; seed <= 5; seed++) {
            double[] theta = draw(new Sparse(incoming, 1, 0), layout, seed);
            for (String name : List.of("W_hv", "W_hh", "W_oh")) {
                Slot slot = layout.slot(name);
                for (int row = 0; row < slot.rows(); row++) {
                    int entries = 0;
                    for (int j = 0; j < slot.columns(); j++) {
                        entries += theta[slot.offset() + row * slot.columns() + j] != 0 ? 1 : 0;
                    }
                    assertThat(entries).as("row %d of %s", row, name).isEqualTo(Math.min(incoming, slot.columns()));
                }
            }
            assertThat(part(theta, layout.slot("h_0"))).containsOnly(0);
        }
    }

    /** Every place is as probable as any other: the count of n draws deviates by less than 5 of its deviations. */
    @Test
    void sparse_entries_stand_at_every_place_equally_often() {
        Layout layout = layout(40, 2000, 1);
        Slot slot = layout.slot("W_hv");
        double[] theta = draw(new Sparse(15, 1, 0), layout, 3);
        double p = 15 / 40.0;
        for (int j = 0; j < 40; j++) {
            int count = 0;
            for (int row = 0; row < slot.rows(); row++) {
                count += theta[slot.offset() + row * 40 + j] != 0 ? 1 : 0;
            }
            assertThat((double) count).isCloseTo(2000 * p, within(5 * Math.sqrt(2000 * p * (1 - p))));
        }
    }

    @Test
    void sparse_entries_have_the_variance_one_over_incoming_and_input_weights_their_own_scale() {
        Layout layout = layout(30, 300, 30);
        double[] theta = draw(new Sparse(15, 0.4, 0), layout, 7);
        variance(nonZero(part(theta, layout.slot("W_hh"))), 1 / 15.0);
        variance(nonZero(part(theta, layout.slot("W_oh"))), 1 / 15.0);
        variance(nonZero(part(theta, layout.slot("W_hv"))), 0.16);
        variance(part(theta, layout.slot("b_h")), 1 / 15.0);
    }

    /** Thesis sec. 4.5.1: all that is not 0 has the variance 0.01, and forget gates begin 3 further up. */
    @Test
    void the_sparse_weights_of_the_thesis_lstm_have_one_variance_wherever_they_stand() {
        Layout layout = new ThesisLstm(120, 40).model(30, 30).layout();
        double[] theta = draw(new Sparse(15, 0.1, 0.1), layout, 7);
        for (Slot slot : layout.parts()) {
            if (slot.role() != Layout.Role.FIRST_STATE) {
                variance(nonZero(part(theta, slot)), 0.01);
            }
        }
    }

    private static double[] nonZero(double[] numbers) {
        return Arrays.stream(numbers).filter(value -> value != 0).toArray();
    }

    /** The mean square of n normal numbers has the deviation variance sqrt(2 / n): five of them are allowed. */
    private static void variance(double[] numbers, double variance) {
        double sum = Arrays.stream(numbers).sum() / numbers.length;
        double square = Arrays.stream(numbers).map(x -> x * x).sum() / numbers.length;
        assertThat(square).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / numbers.length)));
        assertThat(sum).isCloseTo(0, within(5 * Math.sqrt(variance / numbers.length)));
    }

    @ParameterizedTest(name = "H {0}, radius {1}, {2} incoming, seed {3}")
    @CsvSource({
        "1,1.2,15,1",
        "2,0.9,15,2",
        "10,1.2,15,3",
        "30,0.5,4,4",
        "100,1.2,15,5",
        "64,1.1,2,6",
        "100,1.05,1,7",
        "20,1.2,1,8"
    })
    void the_spectral_radius_is_reached(int hidden, double radius, int incoming, long seed) {
        Layout layout = layout(2, hidden, 1);
        double[] theta = draw(new SpectralRadius(radius, 0.02, incoming, 1), layout, seed);
        double[] w = part(theta, layout.slot("W_hh"));
        assertThat(Gelfand.radius(w, hidden)).isCloseTo(radius, within(1e-9));
        assertThat(part(theta, layout.slot("b_h"))).containsOnly(0);
        Arrays.setAll(w, i -> w[i] * (1 + 1e-8));
        assertThat(Math.abs(Gelfand.radius(w, hidden) - radius))
                .as("negative control: a millionth of a hundredth is noticed")
                .isGreaterThan(1e-9);
    }

    @Test
    void spectral_radius_draws_dense_output_weights_of_variance_one_over_hidden() {
        Layout layout = layout(2, 400, 10);
        double[] theta = draw(new SpectralRadius(1.2, 0.02, 15, 1), layout, 9);
        variance(part(theta, layout.slot("W_oh")), 1 / 400.0);
        variance(nonZero(part(theta, layout.slot("W_hv"))), 0.0004);
    }

    @ParameterizedTest(name = "gain {0}")
    @CsvSource({"1", "0.25", "4"})
    void variance_preserving_weights_fill_their_bounds_evenly(double gain) {
        Layout layout = layout(50, 80, 30);
        double[] theta = draw(new VariancePreserving(gain), layout, 11);
        for (String name : List.of("W_hv", "W_hh", "W_oh")) {
            Slot slot = layout.slot(name);
            double bound = gain * Math.sqrt(6.0 / (slot.rows() + slot.columns()));
            double[] w = part(theta, slot);
            double largest = Arrays.stream(w).map(Math::abs).max().orElseThrow();
            // n uniform numbers leave the outermost 12 / n of the range empty once in e^12 times
            assertThat(largest).isBetween(bound * (1 - 12.0 / w.length), bound);
            double square = Arrays.stream(w).map(x -> x * x).sum() / w.length;
            // variance b^2 / 3; the square of a uniform number has the deviation b^2 sqrt(4 / 45)
            assertThat(square).isCloseTo(bound * bound / 3, within(5 * bound * bound * Math.sqrt(4.0 / 45 / w.length)));
        }
        for (String name : List.of("b_h", "b_o", "h_0")) {
            assertThat(part(theta, layout.slot(name))).containsOnly(0);
        }
    }
}
