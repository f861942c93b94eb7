package unroll.engine.backend;

import unroll.engine.loss.Loss;

/**
 * The loops of each {@link Loss} over a row of float arrays, as {@link FloatKernels} has them.
 *
 * <p>The class for double is generated: build/Doubles.java.
 */
enum FloatLoss {
    SQUARED {
        @Override
        void outputs(float[] o, float[] p, int from, int to) {
            System.arraycopy(o, from, p, from, to - from);
        }

        @Override
        double loss(float[] o, float[] y, float scale, float[] gradient, int from, int to) {
            for (int i = from; i < to; i++) {
                float e = o[i] - y[i];
                gradient[i] = e * e / 2;
            }
            double sum = FloatKernels.sum(gradient, from, to);
            difference(o, y, scale, gradient, from, to);
            return sum;
        }

        @Override
        void curvature(float[] o, float[] v, float scale, float[] out, int from, int to) {
            FloatKernels.scaled(v, scale, out, from, to);
        }
    },

    LOGISTIC {
        @Override
        void outputs(float[] o, float[] p, int from, int to) {
            FloatActivation.LOGISTIC.values(o, p, from, to);
        }

        // with softplus(o) = max(o, 0) + log(1 + exp(-|o|))
        @Override
        double loss(float[] o, float[] y, float scale, float[] gradient, int from, int to) {
            for (int i = from; i < to; i++) {
                float softplus = Math.max(o[i], 0) + FloatMath.softplusOfNegative(Math.abs(o[i]));
                gradient[i] = softplus - y[i] * o[i];
            }
            double sum = FloatKernels.sum(gradient, from, to);
            for (int i = from; i < to; i++) {
                gradient[i] = scale * (FloatMath.logistic(o[i]) - y[i]);
            }
            return sum;
        }

        @Override
        void curvature(float[] o, float[] v, float scale, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                float p = FloatMath.logistic(o[i]);
                out[i] = scale * p * (1 - p) * v[i];
            }
        }
    },

    SOFTMAX {
        @Override
        void outputs(float[] o, float[] p, int from, int to) {
            softmax(o, p, from, to);
        }

        @Override
        double loss(float[] o, float[] y, float scale, float[] gradient, int from, int to) {
            double logPartition = softmax(o, gradient, from, to);
            difference(gradient, y, scale, gradient, from, to);
            return logPartition - FloatKernels.dot(o, from, y, from, to - from);
        }

        @Override
        void curvature(float[] o, float[] v, float scale, float[] out, int from, int to) {
            softmax(o, out, from, to);
            float mean = (float) FloatKernels.dot(out, from, v, from, to - from);
            for (int i = from; i < to; i++) {
                out[i] = scale * out[i] * (v[i] - mean);
            }
        }
    };

    /** The loops of a loss. */
    static FloatLoss of(Loss loss) {
        return switch (loss) {
            case SQUARED -> SQUARED;
            case LOGISTIC -> LOGISTIC;
            case SOFTMAX -> SOFTMAX;
        };
    }

    /** {@code p = g(o)}. */
    abstract void outputs(float[] o, float[] p, int from, int to);

    /** Returns {@code L(o, y)}, summed in double; {@code gradient = scale (g(o) - y)}. */
    abstract double loss(float[] o, float[] y, float scale, float[] gradient, int from, int to);

    /** {@code out = scale H(o) v}. */
    abstract void curvature(float[] o, float[] v, float scale, float[] out, int from, int to);

    private static void difference(float[] o, float[] y, float scale, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = scale * (o[i] - y[i]);
        }
    }

    /** {@code p = softmax(o)} of one row; returns {@code log sum exp(o)}. */
    private static double softmax(float[] o, float[] p, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, o[i]);
        }
        expBelow(o, max, p, from, to);
        double sum = FloatKernels.sum(p, from, to);
        FloatKernels.scaled(p, (float) (1 / sum), p, from, to);
        return max + Math.log(sum);
    }

    private static void expBelow(float[] o, float max, float[] p, int from, int to) {
        for (int i = from; i < to; i++) {
            p[i] = FloatMath.expOfNegative(max - o[i]);
        }
    }
}
