package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
