package unroll.engine.dynamics;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;

/**
 * Makes k rows of n numbers orthonormal one after the other: Gram and Schmidt's method, modified, on blocks of rows, from which what lies
 * along earlier blocks is taken by products of matrices.
 */
final class Orthonormal {
    private static final int BLOCK = 16;

    private final int k;
    private final int n;
    private final Backend backend;
    private final Buffer all;
    private final Buffer along;
    private final double[] block;

    Orthonormal(int k, int n) {
        this.k = k;
        this.n = n;
        backend = CpuBackend.of(Precision.DOUBLE);
        all = backend.allocate(k, n);
        along = backend.allocate(BLOCK, k);
        block = new double[BLOCK * n];
    }

    /**
     * Makes them orthonormal; a row of which nothing is left becomes 0.
     *
     * @param rows {@code [k][n]}, overwritten
     * @param logs logarithms of what was left of each row's length, the diagonal of R in {@code A' = Q R}; overwritten
     */
    void make(double[] rows, double[] logs) {
        backend.write(rows, 0, all);
        for (int from = 0; from < k; from += BLOCK) {
            int count = Math.min(BLOCK, k - from);
            Buffer some = all.rows(from, count);
            if (from > 0) {
                Buffer shares = along.window(0, count, from);
                backend.product(some, false, all.rows(0, from), true, 0, shares);
                backend.scale(-1, shares);
                backend.product(shares, false, all.rows(0, from), false, 1, some);
            }
            backend.read(some, block, 0);
            within(count, from, logs);
            backend.write(block, 0, some);
        }
        backend.read(all, rows, 0);
    }

    private void within(int count, int from, double[] logs) {
        for (int i = 0; i < count; i++) {
            double length = Math.sqrt(Vectors.dot(block, i * n, block, i * n, n));
            logs[from + i] = Math.log(length);
            double inverse = length > 0 ? 1 / length : 0;
            for (int c = 0; c < n; c++) {
                block[i * n + c] *= inverse;
            }
            for (int j = i + 1; j < count; j++) {
                double share = Vectors.dot(block, i * n, block, j * n, n);
                Vectors.add(-share, block, i * n, block, j * n, n);
            }
        }
    }
}
