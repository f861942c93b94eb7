package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModesTest {
    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    @Test
    void a_turning_that_dies_out_has_a_time_constant_a_half_life_and_a_period() {
        List<Mode> modes = Modes.of(flat(Nets.rotation(0.9, 2 * Math.PI / 12)), 2, 2);
        for (Mode mode : modes) {
            assertThat(mode.timeConstant()).isCloseTo(9.49122, within(1e-5));
            assertThat(mode.halfLife()).isCloseTo(6.57881, within(1e-5));
            assertThat(mode.period()).isCloseTo(12, within(1e-9));
            assertThat(mode.unstable()).isFalse();
        }
        Mode slow = Modes.of(new double[] {0.99}, 1, 1).getFirst();
        assertThat(slow.timeConstant()).isCloseTo(99.4992, within(1e-4));
        assertThat(slow.halfLife()).isCloseTo(68.9676, within(1e-4));
        assertThat(slow.period()).isInfinite();
        assertThat(Modes.of(new double[] {-1.2}, 1, 1).getFirst().period()).isEqualTo(2);
    }

    @Test
    void eigenvectors_are_stretched_by_their_eigenvalues_and_left_ones_belong_to_right_ones() {
        for (int n : new int[] {1, 2, 3, 7, 20}) {
            double[][] a = Nets.gaussian(n, 1, n + 1);
            List<Mode> modes = Modes.of(flat(a), n, n);
            for (int k = 0; k < n; k++) {
                Mode mode = modes.get(k);
                double[][] x = mode.right();
                double[][] y = mode.left();
                for (int i = 0; i < n; i++) {
                    double[] product = new double[4];
                    for (int j = 0; j < n; j++) {
                        product[0] += a[i][j] * x[0][j];
                        product[1] += a[i][j] * x[1][j];
                        product[2] += a[j][i] * y[0][j];
                        product[3] += a[j][i] * y[1][j];
                    }
                    assertThat(product[0]).isCloseTo(mode.real() * x[0][i] - mode.imaginary() * x[1][i], within(1e-8));
                    assertThat(product[1]).isCloseTo(mode.real() * x[1][i] + mode.imaginary() * x[0][i], within(1e-8));
                    assertThat(product[2]).isCloseTo(mode.real() * y[0][i] - mode.imaginary() * y[1][i], within(1e-7));
                    assertThat(product[3]).isCloseTo(mode.real() * y[1][i] + mode.imaginary() * y[0][i], within(1e-7));
                }
                for (int other = 0; other < n; other++) {
                    double[][] z = modes.get(other).right();
                    double re = 0;
                    double im = 0;
                    for (int i = 0; i < n; i++) {
                        re += y[0][i] * z[0][i] - y[1][i] * z[1][i];
                        im += y[0][i] * z[1][i] + y[1][i] * z[0][i];
                    }
                    assertThat(re).isCloseTo(other == k ? 1 : 0, within(1e-7));
                    assertThat(im).isCloseTo(0, within(1e-7));
                }
                assertThat(k == 0 || mode.modulus() <= modes.get(k - 1).modulus())
                        .isTrue();
            }
        }
    }
}
