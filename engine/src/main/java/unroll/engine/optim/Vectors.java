package unroll.engine.optim;

/** Plain loops over vectors of double {@code [n]}, whatever the network's precision. */
final class Vectors {
    private Vectors() {}

    /** {@code x'y}. */
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /** {@code y = y + alpha x}. */
    static void addScaled(double alpha, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += alpha * x[i];
        }
    }

    /** {@code x = alpha x}. */
    static void scale(double alpha, double[] x) {
        scaled(alpha, x, x);
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

    /** {@code y = x}. */
    static void copy(double[] x, double[] y) {
        System.arraycopy(x, 0, y, 0, x.length);
    }
}
