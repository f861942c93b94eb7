package unroll.engine.backend;

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

    static void tanh(float[] u, float[] h, int from, int to) {
        for (int i = from; i < to; i++) {
            h[i] = FloatMath.tanh(u[i]);
        }
    }

    static void relu(float[] u, float[] h, int from, int to) {
        for (int i = from; i < to; i++) {
            h[i] = Math.max(u[i], 0);
        }
    }

    static void tanhSlope(float[] h, float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (1 - h[i] * h[i]) * x[i];
        }
    }

    static void logisticSlope(float[] h, float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = h[i] * (1 - h[i]) * x[i];
        }
    }

    static void linearSlope(float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = x[i];
        }
    }

    static void reluSlope(float[] h, float[] x, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = h[i] > 0 ? x[i] : 0;
        }
    }

    static void tanhSlopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (1 - h[i] * h[i]) * x[i] + beta * out[i];
        }
    }

    static void logisticSlopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = h[i] * (1 - h[i]) * x[i] + beta * out[i];
        }
    }

    static void linearSlopeAdded(float[] x, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] + beta * out[i];
        }
    }

    static void reluSlopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (h[i] > 0 ? x[i] : 0) + beta * out[i];
        }
    }

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

    static void logistic(float[] o, float[] p, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] = FloatMath.logistic(o[i]);
        }
    }

    /** Element losses of logistic units: {@code softplus(o) - y o}, with {@code softplus(o) = max(o, 0) + log(1 + exp(-|o|))}. */
    static void logisticLoss(float[] o, float[] y, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float softplus = Math.max(o[i], 0) + FloatMath.softplusOfNegative(Math.abs(o[i]));
            out[i] = softplus - y[i] * o[i];
        }
    }

    static void squaredLoss(float[] o, float[] y, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float e = o[i] - y[i];
            out[i] = e * e / 2;
        }
    }

    static void logisticGradient(float[] o, float[] y, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * (FloatMath.logistic(o[i]) - y[i]);
        }
    }

    static void difference(float[] o, float[] y, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * (o[i] - y[i]);
        }
    }

    static void logisticCurvature(float[] o, float[] v, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float p = FloatMath.logistic(o[i]);
            out[i] = scale * p * (1 - p) * v[i];
        }
    }

    static void scaled(float[] v, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * v[i];
        }
    }

    /** {@code out = scale p (v - mean)}. */
    static void deviation(float[] p, float[] v, float mean, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * p[i] * (v[i] - mean);
        }
    }

    /** {@code p = softmax(o)} of one row; returns {@code log sum exp(o)}. */
    static double softmax(float[] o, float[] p, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, o[i]);
        }
        expBelow(o, max, p, from, to);
        double sum = sum(p, from, to);
        scaled(p, (float) (1 / sum), p, from, to);
        return max + Math.log(sum);
    }

    private static void expBelow(float[] o, float max, float[] p, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] = FloatMath.expOfNegative(max - o[i]);
        }
    }

    /** {@code y = x'}, tile by tile so that both stay in the cache; x has so many rows and columns. */
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
