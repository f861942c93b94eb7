package unroll.engine.backend;

/** Elementary functions in double, as exact as the Java library's. */
final class DoubleMath {
    private DoubleMath() {}

    static double tanh(double x) {
        return Math.tanh(x);
    }

    /** 1 / (1 + exp(-x)). */
    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** exp(-x) for x at least 0. */
    static double expOfNegative(double x) {
        return Math.exp(-x);
    }

    /** log(1 + exp(-x)) for x at least 0. */
    static double softplusOfNegative(double x) {
        return Math.log1p(Math.exp(-x));
    }
}
