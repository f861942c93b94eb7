package unroll.engine.backend;

/** Elementary functions in float, without branches or calls so that loops over them vectorise. */
final class FloatMath {
    /** Beyond this, tanh rounds to 1 in float. */
    private static final float TANH_ONE = 7.90531f;

    private FloatMath() {}

    /**
     * tanh to 4e-7: an odd rational function of degree 13 over 6, a minimax fit of tanh(x)/x in x^2 on [0, 7.90531] with
     * relative error 1.5e-9 before rounding. NaN stays NaN.
     */
    static float tanh(float x) {
        float c = Math.max(-TANH_ONE, Math.min(TANH_ONE, x));
        float s = c * c;
        float p = -1.1904366e-13f;
        p = p * s + 6.4763146e-11f;
        p = p * s - 2.25138e-8f;
        p = p * s + 1.1686917e-5f;
        p = p * s + 0.0031534107f;
        p = p * s + 0.13127923f;
        p = p * s + 1f;
        float q = 0.00026189798f;
        q = q * s + 0.024690952f;
        q = q * s + 0.46461254f;
        q = q * s + 1f;
        return c * p / q;
    }

    /** 1 / (1 + exp(-x)) to 3e-7. */
    static float logistic(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    /** exp(-x) for x at least 0, to 3e-7 of 1. */
    static float expOfNegative(float x) {
        float t = tanh(0.5f * x);
        return (1 - t) / (1 + t);
    }

    /**
     * log(1 + exp(-x)) for x at least 0, to 3e-7: with t = tanh(x / 2) it is 2 artanh((1 - t) / (3 + t)), and the series of
     * artanh has an argument of at most 1/3.
     */
    static float softplusOfNegative(float x) {
        float t = tanh(0.5f * x);
        float s = (1 - t) / (3 + t);
        float s2 = s * s;
        float sum = 1f / 13;
        sum = sum * s2 + 1f / 11;
        sum = sum * s2 + 1f / 9;
        sum = sum * s2 + 1f / 7;
        sum = sum * s2 + 1f / 5;
        sum = sum * s2 + 1f / 3;
        sum = sum * s2 + 1;
        return 2 * s * sum;
    }
}
