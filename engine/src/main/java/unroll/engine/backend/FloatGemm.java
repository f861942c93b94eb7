package unroll.engine.backend;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Matrix products on float arrays: {@code c = op(a) op(b) + beta c}, row by row, shapes checked by the caller.
 *
 * <p>The class for double is generated: build/Doubles.java.
 */
final class FloatGemm {
    private FloatGemm() {}

    /** By OpenBLAS, without a copy of the arrays. */
    static void openBlas(
            OpenBlas library,
            FloatCells a,
            boolean transposeA,
            FloatCells b,
            boolean transposeB,
            float beta,
            FloatCells c) {
        int m = c.rows();
        int n = c.columns();
        int k = transposeA ? a.rows() : a.columns();
        boolean whole = !library.pieces() || transposeB || Blocks.small(m, n, k);
        int rows = whole ? m : Blocks.rows(m);
        int columns = whole ? n : Blocks.columns(n, rows);
        int depth = whole ? k : Blocks.depth(k, rows, columns);
        int ta = transposeA ? OpenBlas.TRANSPOSED : OpenBlas.PLAIN;
        int tb = transposeB ? OpenBlas.TRANSPOSED : OpenBlas.PLAIN;
        try {
            for (int p = 0; p < k; p += depth) {
                float add = p == 0 ? beta : 1;
                int ks = Math.min(depth, k - p);
                for (int i = 0; i < m; i += rows) {
                    MemorySegment x = a.slices.from(transposeA ? p * m + i : i * k + p);
                    int ms = Math.min(rows, m - i);
                    for (int j = 0; j < n; j += columns) {
                        MemorySegment y = b.slices.from(p * n + j);
                        MemorySegment z = c.slices.from(i * n + j);
                        int ns = Math.min(columns, n - j);
                        OpenBlas.Calls.FLOAT_PRODUCT.invokeExact(
                                OpenBlas.ROW_MAJOR, ta, tb, ms, ns, ks, 1f, x, a.columns(), y, b.columns(), add, z, n);
                    }
                }
            }
        } catch (Throwable e) {
            throw new IllegalStateException("OpenBLAS failed", e);
        }
    }

    /** In plain Java. */
    static void plain(FloatCells a, boolean transposeA, FloatCells b, boolean transposeB, float beta, FloatCells c) {
        int inner = transposeA ? a.rows() : a.columns();
        int n = c.columns();
        float[] row = new float[n];
        for (int i = 0; i < c.rows(); i++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < inner; k++) {
                float x = a.array[a.from + (transposeA ? k * a.columns() + i : i * inner + k)];
                if (transposeB) {
                    addColumn(x, b.array, b.from + k, b.columns(), row);
                } else {
                    FloatKernels.addScaled(x, b.array, b.from + k * n, row, 0, n);
                }
            }
            store(row, beta, c.array, c.from + i * n);
        }
    }

    private static void addColumn(float x, float[] b, int from, int stride, float[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] += x * b[from + j * stride];
        }
    }

    private static void store(float[] row, float beta, float[] c, int from) {
        for (int j = 0; j < row.length; j++) {
            c[from + j] = row[j] + (beta == 0 ? 0 : beta * c[from + j]);
        }
    }
}
