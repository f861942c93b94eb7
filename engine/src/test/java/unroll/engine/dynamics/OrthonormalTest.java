package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class OrthonormalTest {
    @Test
    void rows_become_orthonormal_and_keep_their_volume() {
        for (int n : new int[] {1, 2, 15, 16, 17, 50}) {
            double[] rows = Arrays.stream(Nets.gaussian(n, 1, 40 + n))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            double volume = Math.abs(CommonOps_DDRM.det(new DMatrixRMaj(n, n, true, rows)));
            double[] logs = new double[n];
            new Orthonormal(n, n).make(rows, logs);
            assertThat(Math.exp(Arrays.stream(logs).sum())).isCloseTo(volume, within(1e-11 * volume));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double product = Vectors.dot(rows, i * n, rows, j * n, n);
                    assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-11));
                }
            }
        }
    }

    @Test
    void of_rows_that_lie_along_earlier_ones_nothing_is_left() {
        double[] rows = {3, 4, 0, 0, 0, 0, 0, 2, 0};
        double[] logs = new double[3];
        new Orthonormal(3, 3).make(rows, logs);
        assertThat(logs[1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(rows).doesNotContain(Double.NaN);
    }
}
