package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.model.Layout;
import unroll.engine.model.Layout.Role;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class ImpliedSpectraTest {
    private static Layout layout(int rows, int columns) {
        return Layout.builder()
                .add("W_hv", Role.INPUT_WEIGHT, rows, 2)
                .add("W_hh", Role.RECURRENT_WEIGHT, rows, columns)
                .build();
    }

    private static RecurrentMatrix matrix(int rows, int columns, double[] w) {
        Layout layout = layout(rows, columns);
        double[] theta = new double[layout.size()];
        System.arraycopy(w, 0, theta, 2 * rows, w.length);
        List<RecurrentMatrix> all = ImpliedSpectra.of(
                        layout, theta, rows == columns ? Optional.of("W_hh") : Optional.empty())
                .matrices();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static double[] diagonal(int n, double... values) {
        double[] w = new double[n * n];
        for (int i = 0; i < n; i++) {
            w[i * n + i] = values[i % values.length];
        }
        return w;
    }

    @ParameterizedTest(name = "{0} x {0}")
    @ValueSource(ints = {1, 2, 9, 100, 129, 220})
    void a_scaled_rotation_changes_every_difference_by_its_scale(int n) {
        double[] w = HaarFrame.draw(n, n, new Philox(n, Purpose.INITIALISATION));
        for (int i = 0; i < w.length; i++) {
            w[i] *= 1.05;
        }
        RecurrentMatrix seen = matrix(n, n, w);
        assertThat(seen.radius().orElseThrow()).isCloseTo(1.05, within(n > 200 ? 1e-3 : 1e-12));
        assertThat(seen.stretch()).isCloseTo(1.05, within(1e-12));
        assertThat(seen.growth()).isCloseTo(1.05, within(1e-12));
        double then = Math.pow(1.05, 100);
        assertThat(seen.growthIn100().orElseThrow()).isCloseTo(then, within(1e-9));
        assertThat(then / 1.05).as("negative control: 99 steps").isNotCloseTo(then, within(1e-9));
    }

    @Test
    void a_difference_is_said_to_grow_in_one_sentence() {
        assertThat(matrix(3, 3, diagonal(3, 1.05)).sentence())
                .isEqualTo("W_hh: spectral radius 1.05, largest singular value 1.05. A difference between hidden states"
                        + " grows 1.05-fold a step, 132-fold in 100 steps.");
        assertThat(matrix(2, 2, diagonal(2, 0.95)).sentence())
                .endsWith("shrinks to 0.95 of itself in a step, to 0.0059 in 100 steps.");
        assertThat(matrix(2, 2, diagonal(2, -1)).sentence())
                .endsWith("A difference between hidden states keeps its size in a step and in 100 steps.");
        assertThat(matrix(2, 2, new double[] {0, 3, 0, 0}).sentence())
                .endsWith("grows 2.12-fold in a step and vanishes in 100 steps.");
    }

    /** The mean of d^2 over the units in one step, of d^200 in a hundred. */
    @Test
    void a_diagonal_matrix_grows_by_the_root_mean_square_of_its_entries() {
        RecurrentMatrix seen = matrix(4, 4, diagonal(4, 0.5, -1.1, 0.9, 0.2));
        double oneStep = Math.sqrt((0.25 + 1.21 + 0.81 + 0.04) / 4);
        double hundred = Math.sqrt((Math.pow(0.25, 100) + Math.pow(1.21, 100) + Math.pow(0.81, 100)) / 4);
        assertThat(seen.growth()).isCloseTo(oneStep, within(1e-14));
        assertThat(seen.growthIn100().orElseThrow()).isCloseTo(hundred, within(1e-12 * hundred));
        assertThat(seen.radius().orElseThrow()).isCloseTo(1.1, within(1e-14));
        assertThat(Math.pow(oneStep, 100))
                .as("negative control: the power of one step's growth")
                .isNotCloseTo(hundred, within(0.5 * hundred));
    }

    @Test
    void what_is_handed_on_from_unit_to_unit_is_gone_at_the_end_of_the_chain() {
        double[] w = new double[25];
        for (int i = 0; i < 4; i++) {
            w[i * 5 + i + 1] = 1;
        }
        RecurrentMatrix seen = matrix(5, 5, w);
        assertThat(seen.growth()).isCloseTo(Math.sqrt(0.8), within(1e-15));
        assertThat(seen.growthIn100()).hasValue(0);
        assertThat(seen.radius()).hasValue(0);
        assertThat(seen.sentence()).endsWith("shrinks to 0.89 of itself in a step and vanishes in 100 steps.");
    }

    /** Half of the units grow: eight random directions know it as exactly as their parts in the two halves agree. */
    @ParameterizedTest(name = "{0} x {0}")
    @ValueSource(ints = {130, 400})
    void of_a_large_matrix_a_few_directions_are_followed(int n) {
        RecurrentMatrix seen = matrix(n, n, diagonal(n, 1.1, 0.3));
        double exact = Math.sqrt(0.5 * Math.pow(1.1, 200));
        // the part of a random direction in half of the space is 1/2 with the deviation 1 / sqrt(2 n); five are allowed
        double allowed = 5 / Math.sqrt(2.0 * n) / Math.sqrt(8);
        assertThat(seen.growthIn100().orElseThrow()).isCloseTo(exact, within(allowed * exact));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1,4", "6,3", "3,6", "230,220"})
    void a_matrix_that_is_not_square_has_no_radius_and_no_long_run(int rows, int columns) {
        double[] w = new double[rows * columns];
        for (int i = 0; i < Math.min(rows, columns); i++) {
            w[i * columns + i] = 2;
        }
        RecurrentMatrix seen = matrix(rows, columns, w);
        assertThat(seen.radius()).isEmpty();
        assertThat(seen.growthIn100()).isEmpty();
        assertThat(seen.stretch()).isCloseTo(2, within(1e-12));
        double growth = 2 * Math.sqrt(Math.min(rows, columns) / (double) columns);
        assertThat(seen.growth()).isCloseTo(growth, within(1e-14));
        assertThat(seen.sentence())
                .startsWith("W_hh is " + rows + " x " + columns + ", its largest singular value 2.00.");
    }

    @Test
    void many_matrices_are_told_of_in_one_line() {
        Layout.Builder many = Layout.builder();
        for (int i = 0; i < 6; i++) {
            many.add("W_" + i, Role.RECURRENT_WEIGHT, 2, 2);
        }
        Layout layout = many.build();
        double[] theta = new double[layout.size()];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(diagonal(2, 1 + 0.1 * i), 0, theta, 4 * i, 4);
        }
        assertThat(ImpliedSpectra.of(layout, theta, Optional.empty()).lines())
                .containsExactly(
                        "6 recurrent matrices, W_0 to W_5: spectral radius 1.00 to 1.50, largest singular value 1.00"
                            + " to 1.50. A difference that passes one of them changes by a factor of 1.00 to 1.50.");
        Layout few = Roles.layout(1, 2, 2, 1);
        assertThat(ImpliedSpectra.of(few, new double[few.size()], Optional.empty())
                        .lines())
                .hasSize(1);
        assertThat(ImpliedSpectra.of(layout(3, 3), new double[15], Optional.empty())
                        .lines())
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0,0.00",
        "1.05,1.05",
        "131.5,132",
        "99.96,100.0",
        "0.0059,0.0059",
        "0.5,0.50",
        "8.28e7,8.3e7",
        "1234.5,'1,235'",
        "0.0000012,1.2e-6",
        "3e120,3.0e120"
    })
    void numbers_are_short(double value, String text) {
        assertThat(Figures.of(value)).isEqualTo(text);
    }
}
