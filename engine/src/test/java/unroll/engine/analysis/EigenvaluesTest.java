package unroll.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class EigenvaluesTest {
    @Test
    void a_triangular_matrix_has_its_diagonal() {
        double[] matrix = {2, 5, -7, 0, -3, 11, 0, 0, 0.5};
        assertThat(Eigenvalues.radius(matrix, 0, 3)).isCloseTo(3, within(1e-13));
    }

    @ParameterizedTest(name = "turned by {0}")
    @ValueSource(doubles = {0.1, 1, Math.PI / 2, 3})
    void a_turning_stretch_has_a_complex_pair_whose_modulus_is_the_stretch(double angle) {
        double c = 1.7 * Math.cos(angle);
        double s = 1.7 * Math.sin(angle);
        double[] matrix = {9, c, -s, s, c}; // from an offset
        assertThat(Eigenvalues.radius(matrix, 1, 2)).isCloseTo(1.7, within(1e-13));
    }

    @Test
    void a_cycle_of_weights_has_the_root_of_their_product() {
        double[] cycle = {0, 2, 0, 0, 0, 3, 4, 0, 0};
        assertThat(Eigenvalues.radius(cycle, 0, 3)).isCloseTo(Math.cbrt(24), within(1e-13));
    }

    @ParameterizedTest(name = "{0} x {0}")
    @ValueSource(ints = {1, 2, 5, 30})
    void a_nilpotent_matrix_has_none(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i + 1 < n; i++) {
            matrix[i * n + i + 1] = 1 + i;
        }
        assertThat(Eigenvalues.radius(matrix, 0, n)).isEqualTo(0);
    }

    @ParameterizedTest(name = "{0} x {0}, seed {0}")
    @ValueSource(ints = {1, 3, 10, 60})
    void a_random_matrix_has_the_radius_of_its_powers(int n) {
        Philox random = new Philox(n, Purpose.SAMPLING);
        double[] matrix = new double[n * n];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = random.gaussian();
        }
        double radius = Gelfand.radius(matrix, n);
        assertThat(Eigenvalues.radius(matrix, 0, n)).isCloseTo(radius, within(1e-9 * radius));
    }

    /** Beyond 200 few products stand for all eigenvalues: one part in a thousand is promised. */
    @ParameterizedTest(name = "{0} x {0}, {1} entries a row")
    @CsvSource({"201,15", "260,260", "300,15", "230,2"})
    void a_large_random_matrix_has_the_radius_of_its_powers_to_one_part_in_a_thousand(int n, int incoming) {
        double[] matrix = sparse(n, n, incoming);
        double radius = Gelfand.radius(matrix, n);
        assertThat(Eigenvalues.radius(matrix, 0, n)).isCloseTo(radius, within(1e-3 * radius));
        assertThat(Arnoldi.spectrum(x -> product(matrix, n, x), n, 5).radius())
                .as("negative control: five products are too few")
                .isNotCloseTo(radius, within(1e-3 * radius));
    }

    @ParameterizedTest(name = "{0} x {0}")
    @ValueSource(ints = {1, 50, 250})
    void a_multiple_of_the_identity_ends_the_search_at_once(int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = -0.7;
        }
        assertThat(Eigenvalues.radius(matrix, 0, n)).isCloseTo(0.7, within(1e-13));
        assertThat(Eigenvalues.stretch(matrix, 0, n, n)).isCloseTo(0.7, within(1e-13));
        assertThat(Eigenvalues.radius(new double[n * n], 0, n)).isEqualTo(0);
        assertThat(Eigenvalues.stretch(new double[n * n], 0, n, n)).isEqualTo(0);
    }

    /** The square of the largest singular value is the radius of W'W. */
    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1,1", "1,7", "7,1", "6,6", "30,12", "12,30", "100,100", "260,40", "40,260"})
    void the_largest_singular_value_is_that_of_the_powers_of_the_square(int rows, int columns) {
        double[] w = sparse(rows, columns, columns);
        double[] square = new double[columns * columns];
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    square[i * columns + j] += w[k * columns + i] * w[k * columns + j];
                }
            }
        }
        double stretch = Math.sqrt(Gelfand.radius(square, columns));
        assertThat(Eigenvalues.stretch(w, 0, rows, columns)).isCloseTo(stretch, within(1e-9 * stretch));
    }

    private static double[] sparse(int rows, int columns, int incoming) {
        Philox random = new Philox(rows, Purpose.SAMPLING);
        double[] matrix = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < incoming; k++) {
                int j = incoming == columns ? k : random.integer(0, columns - 1);
                matrix[i * columns + j] = random.gaussian();
            }
        }
        return matrix;
    }

    private static double[] product(double[] w, int n, double[] x) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y[i] += w[i * n + j] * x[j];
            }
        }
        return y;
    }

    @Test
    void all_eigenvalues_are_told_with_those_outside_the_unit_circle() {
        double[] matrix = {0, -2, 0, 0, 2, 0, 0, 0, 0, 0, 0.5, 1, 0, 0, 0, -3}; // 2i, -2i, 0.5, -3
        Spectrum spectrum = Eigenvalues.of(matrix, 0, 4);
        assertThat(spectrum.size()).isEqualTo(4);
        assertThat(spectrum.outside()).isEqualTo(3);
        assertThat(spectrum.radius()).isCloseTo(3, within(1e-13));
        assertThat(spectrum.real()).contains(new double[] {0, 0.5, -3}, within(1e-13));
        assertThat(spectrum.imaginary()).contains(new double[] {2, -2}, within(1e-13));
    }
}
