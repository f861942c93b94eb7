package unroll.engine.optim;

/** Sums over the elements of vectors of double. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** {@code y = y + alpha x}. */
    static void addScaled(double alpha, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += alpha * x[i];
        }
    }

    /** {@code y = alpha x}; they may be the same. */
    static void scaled(double alpha, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = alpha * x[i];
        }
    }

    /** {@code z = x - y}. */
    static void difference(double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] - y[i];
        }
    }
}
