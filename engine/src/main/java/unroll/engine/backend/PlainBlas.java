package unroll.engine.backend;

import java.util.Arrays;

/** Matrix products in plain Java: what remains where the native library cannot be loaded. */
final class PlainBlas implements Blas {
    private final String reason;

    /** @param reason why it is used, for people */
    PlainBlas(String reason) {
        this.reason = reason;
    }

    @Override
    public String description() {
        return "plain Java products (" + reason + ")";
    }

    @Override
    public void product(FloatCells a, boolean transposeA, FloatCells b, boolean transposeB, float beta, FloatCells c) {
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

    @Override
    public void product(
            DoubleCells a, boolean transposeA, DoubleCells b, boolean transposeB, double beta, DoubleCells c) {
        int inner = transposeA ? a.rows() : a.columns();
        int n = c.columns();
        double[] row = new double[n];
        for (int i = 0; i < c.rows(); i++) {
            Arrays.fill(row, 0);
            for (int k = 0; k < inner; k++) {
                double x = a.array[a.from + (transposeA ? k * a.columns() + i : i * inner + k)];
                if (transposeB) {
                    addColumn(x, b.array, b.from + k, b.columns(), row);
                } else {
                    DoubleKernels.addScaled(x, b.array, b.from + k * n, row, 0, n);
                }
            }
            store(row, beta, c.array, c.from + i * n);
        }
    }

    private static void addColumn(double x, double[] b, int from, int stride, double[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] += x * b[from + j * stride];
        }
    }

    private static void store(double[] row, double beta, double[] c, int from) {
        for (int j = 0; j < row.length; j++) {
            c[from + j] = row[j] + (beta == 0 ? 0 : beta * c[from + j]);
        }
    }
}
