package unroll.engine.backend;

/**
 * The loops of each {@link Activation} over float arrays, as {@link FloatKernels} has them.
 *
 * <p>The class for double is generated: build/Doubles.java.
 */
enum FloatActivation {
    TANH {
        @Override
        void values(float[] u, float[] h, int from, int to) {
            for (int i = from; i < to; i++) {
                h[i] = FloatMath.tanh(u[i]);
            }
        }

        @Override
        void slope(float[] h, float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = (1 - h[i] * h[i]) * x[i];
            }
        }

        @Override
        void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = (1 - h[i] * h[i]) * x[i] + beta * out[i];
            }
        }
    },

    LOGISTIC {
        @Override
        void values(float[] u, float[] h, int from, int to) {
            for (int i = from; i < to; i++) {
                h[i] = FloatMath.logistic(u[i]);
            }
        }

        @Override
        void slope(float[] h, float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = h[i] * (1 - h[i]) * x[i];
            }
        }

        @Override
        void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = h[i] * (1 - h[i]) * x[i] + beta * out[i];
            }
        }
    },

    LINEAR {
        @Override
        void values(float[] u, float[] h, int from, int to) {
            System.arraycopy(u, from, h, from, to - from);
        }

        @Override
        void slope(float[] h, float[] x, float[] out, int from, int to) {
            System.arraycopy(x, from, out, from, to - from);
        }

        @Override
        void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = x[i] + beta * out[i];
            }
        }
    },

    RELU {
        @Override
        void values(float[] u, float[] h, int from, int to) {
            for (int i = from; i < to; i++) {
                h[i] = Math.max(u[i], 0);
            }
        }

        @Override
        void slope(float[] h, float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = h[i] > 0 ? x[i] : 0;
            }
        }

        @Override
        void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = (h[i] > 0 ? x[i] : 0) + beta * out[i];
            }
        }
    },

    STEP {
        @Override
        void values(float[] u, float[] h, int from, int to) {
            for (int i = from; i < to; i++) {
                h[i] = u[i] > 0 ? 1 : u[i] <= 0 ? 0 : u[i]; // what is no number stays none
            }
        }

        @Override
        void slope(float[] h, float[] x, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = 0;
            }
        }

        @Override
        void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = beta * out[i];
            }
        }
    };

    /** The loops of a non-linearity. */
    static FloatActivation of(Activation f) {
        return switch (f) {
            case TANH -> TANH;
            case LOGISTIC -> LOGISTIC;
            case LINEAR -> LINEAR;
            case RELU -> RELU;
            case STEP -> STEP;
        };
    }

    /** {@code h = f(u)}. */
    abstract void values(float[] u, float[] h, int from, int to);

    /** {@code out = f'(u) x} with {@code h = f(u)}. */
    abstract void slope(float[] h, float[] x, float[] out, int from, int to);

    /** {@code out = f'(u) x + beta out} with {@code h = f(u)}. */
    abstract void slopeAdded(float[] h, float[] x, float beta, float[] out, int from, int to);
}
