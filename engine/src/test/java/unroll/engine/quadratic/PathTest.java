package unroll.engine.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.optim.GradientDescent;
import unroll.engine.optim.HessianFree;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.SettingsJson;

class PathTest {
    private static OptimiserSettings descent(double rate) {
        return new GradientDescent(Schedule.constant(rate), Schedule.constant(0));
    }

    /** The matrix of {@code i}, {@code j} at {@code 1 / (1 + i + j)}, and more on the diagonal: symmetric, positive definite. */
    private static double[][] matrix(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = 1.0 / (1 + i + j) + (i == j ? 0.3 : 0);
            }
        }
        return matrix;
    }

    private static double[] start(int n) {
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = 2 - 1.3 * i;
        }
        return start;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void descent_subtracts_rate_times_matrix_times_point(int n) {
        Path path = Path.of(descent(0.4), matrix(n), start(n), 30);
        double[] x = start(n);
        for (int t = 0; t <= 30; t++) {
            double square = 0;
            for (int i = 0; i < n; i++) {
                assertThat(path.at(t, i)).isCloseTo(x[i], within(1e-13));
                square += x[i] * x[i];
            }
            assertThat(path.distance(t)).isCloseTo(Math.sqrt(square), within(1e-13));
            double[] next = x.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i] -= 0.4 * matrix(n)[i][j] * x[j];
                }
            }
            x = next;
        }
        assertThat(path.updates()).isEqualTo(30);
        assertThat(path.cut()).isFalse();
    }

    @Test
    void a_path_ends_before_it_leaves_the_numbers_and_says_so() {
        Path path = Path.of(descent(1000), new double[][] {{10}}, new double[] {1}, 500);
        assertThat(path.cut()).isTrue();
        assertThat(path.updates()).isBetween(20, 100);
        assertThat(Math.abs(path.at(path.updates(), 0))).isFinite().isGreaterThan(1e100);
    }

    @Test
    void a_method_that_asks_for_curvature_finds_the_minimum_of_its_own_model_at_once() {
        HessianFree newton = (HessianFree) SettingsJson.read(
                OptimiserSettings.class,
                "{\"kind\": \"hessian-free\", \"cgIterations\": 50, \"damping\": 1e-12, \"structural\": 0,"
                        + " \"tolerance\": 0}",
                "test");
        Path path = Path.of(newton, matrix(3), start(3), 2);
        assertThat(path.distance(2)).isLessThan(1e-6 * path.distance(0));
    }

    @Test
    void a_matrix_that_is_not_symmetric_is_refused() {
        assertThatThrownBy(() -> Path.of(descent(1), new double[][] {{1, 2}, {3, 4}}, new double[] {1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not symmetric");
    }
}
