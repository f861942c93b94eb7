package unroll.engine.backend;

import unroll.engine.random.RowStreams;

/**
 * Element-wise loops over float arrays, from {@code from} to {@code to - 1}, in small static methods that C2 vectorises:
 * every array of a loop is read and written at the same index, because the compiler cannot tell arrays apart otherwise.
 *
 * <p>The class for double is generated: build/Doubles.java.
 */
final class FloatKernels {
    /** Rows and columns that are transposed at a time. */
    private static final int TILE = 16;

    private FloatKernels() {}

    static void times(float alpha, float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = alpha * a[i] * b[i];
        }
    }

    static void timesAdded(float alpha, float[] a, float[] b, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = alpha * a[i] * b[i] + beta * out[i];
        }
    }

    static void overRoot(float alpha, float[] x, float[] s, float epsilon, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = alpha * x[i] / ((float) Math.sqrt(s[i]) + epsilon);
        }
    }

    static void overRootAdded(
            float alpha, float[] x, float[] s, float epsilon, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = alpha * x[i] / ((float) Math.sqrt(s[i]) + epsilon) + beta * out[i];
        }
    }

    /** A row of a table added to a row; they need no common index. */
    static void gather(float[] table, int row, float beta, float[] out, int from, int n) {
        for (int j = 0; j < n; j++) {
            out[from + j] = table[row + j] + beta * out[from + j];
        }
    }

    static void scaled(float[] v, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * v[i];
        }
    }

    /**
     * A row of units that are on with these chances, by the numbers of a stream. Written so that it is a loop of plain sums: 1 where u < p,
     * 0 where not, and no number where p is none.
     */
    static void bernoulli(float[] p, long base, long gap, float[] out, int from, int to) {
        long before = base - gap * from;
        for (int i = from; i < to; i++) {
            double u = (RowStreams.bits(before, gap, i) >>> 11) * 0x1.0p-53;
            out[i] = (u < p[i] ? 1 : 0) + 0 * p[i];
        }
    }

    /** {@code y = x'}, tile by tile so that both stay in the cache; x is {@code rows} x {@code columns}. */
    static void transpose(float[] x, int xFrom, int rows, int columns, float[] y, int yFrom) {
        for (int top = 0; top < rows; top += TILE) {
            for (int left = 0; left < columns; left += TILE) {
                for (int i = top; i < Math.min(top + TILE, rows); i++) {
                    for (int j = left; j < Math.min(left + TILE, columns); j++) {
                        y[yFrom + j * rows + i] = x[xFrom + i * columns + j];
                    }
                }
            }
        }
    }

    /** The sum in double by four partial sums, in an order that depends on the length alone. */
    static double sum(float[] x, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < to; i++) {
            s0 += x[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** The inner product in double by four partial sums; the arrays need no common index. */
    static double dot(float[] x, int xFrom, float[] y, int yFrom, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += (double) x[xFrom + i] * y[yFrom + i];
            s1 += (double) x[xFrom + i + 1] * y[yFrom + i + 1];
            s2 += (double) x[xFrom + i + 2] * y[yFrom + i + 2];
            s3 += (double) x[xFrom + i + 3] * y[yFrom + i + 3];
        }
        for (; i < n; i++) {
            s0 += (double) x[xFrom + i] * y[yFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void addScaled(float alpha, float[] x, int xFrom, float[] y, int yFrom, int n) {
        for (int i = 0; i < n; i++) {
            y[yFrom + i] += alpha * x[xFrom + i];
        }
    }

    /** The same where both begin at the same index, so that it vectorises. */
    static void addScaled(float alpha, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += alpha * x[i];
        }
    }
}
