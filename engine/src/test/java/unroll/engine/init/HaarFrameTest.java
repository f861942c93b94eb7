package unroll.engine.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class HaarFrameTest {
    private static final int DRAWS = 4000;

    /** The largest deviation of the shorter side's inner products from those of an orthonormal set. */
    private static double deviation(double[] w, int rows, int columns) {
        boolean wide = columns > rows;
        int few = Math.min(rows, columns);
        double worst = 0;
        for (int a = 0; a < few; a++) {
            for (int b = 0; b < few; b++) {
                double product = 0;
                for (int i = 0; i < Math.max(rows, columns); i++) {
                    product += wide ? w[a * columns + i] * w[b * columns + i] : w[i * columns + a] * w[i * columns + b];
                }
                worst = Math.max(worst, Math.abs(product - (a == b ? 1 : 0)));
            }
        }
        return worst;
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"1,1", "1,6", "6,1", "2,2", "7,7", "13,4", "4,13", "30,29", "100,100", "207,64", "64,207"})
    void the_shorter_side_is_orthonormal(int rows, int columns) {
        double[] frame = HaarFrame.draw(rows, columns, new Philox(5, Purpose.INITIALISATION));
        assertThat(frame).hasSize(rows * columns);
        assertThat(deviation(frame, rows, columns)).isLessThan(1e-12);
        frame[frame.length - 1] += 1e-9;
        assertThat(deviation(frame, rows, columns))
                .as("negative control: one number moved by a billionth of the whole")
                .isGreaterThan(1e-12);
    }

    /**
     * By symmetry every entry of an n x n rotation has mean 0 and variance 1/n, the trace mean 0 and, from n = 2 on,
     * variance 1 (Diaconis and Shahshahani 1994); five deviations of the mean of so many draws are allowed.
     */
    @ParameterizedTest(name = "{0} x {0}")
    @CsvSource({"1", "2", "3", "6"})
    void every_position_is_equally_probable(int n) {
        Philox random = new Philox(n, Purpose.INITIALISATION);
        double[] mean = new double[n * n];
        double[] square = new double[n * n];
        double trace = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] q = HaarFrame.draw(n, n, random);
            for (int i = 0; i < q.length; i++) {
                mean[i] += q[i] / DRAWS;
                square[i] += q[i] * q[i] / DRAWS;
                trace += i % (n + 1) == 0 ? q[i] / DRAWS : 0;
            }
        }
        double allowed = 5 * Math.sqrt(1.0 / n / DRAWS);
        for (double value : mean) {
            assertThat(value).isCloseTo(0, within(allowed));
        }
        // an entry's square has at most the variance 1/4: it lies in [0, 1]
        for (double value : square) {
            assertThat(value).isCloseTo(1.0 / n, within(2.5 / Math.sqrt(DRAWS)));
        }
        assertThat(trace).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
    }

    @Test
    void without_the_correction_of_signs_the_oracle_notices() {
        Philox random = new Philox(3, Purpose.INITIALISATION);
        double corner = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            DMatrixRMaj a = new DMatrixRMaj(3, 3);
            for (int i = 0; i < 9; i++) {
                a.data[i] = random.gaussian();
            }
            var raw = DecompositionFactory_DDRM.qr(3, 3);
            assertThat(raw.decompose(a)).isTrue();
            corner += raw.getQ(null, true).get(0, 0) / DRAWS;
        }
        assertThat(Math.abs(corner)).isGreaterThan(5 * Math.sqrt(1.0 / 3 / DRAWS));
    }
}
