package unroll.engine.analysis;

/** The spectral radius by Gelfand's formula, with no eigenvalue computed: lim |W^k|^(1/k) with k = 2^m by squaring. */
public final class Gelfand {
    /** |W^k|^(1/k) is off by a factor of (a power of k)^(1/k): with k = 2^44 by less than 1e-10. */
    private static final int SQUARINGS = 44;

    private Gelfand() {}

    /** Of the n x n matrix {@code w}. */
    public static double radius(double[] w, int n) {
        double[] power = w.clone();
        double logScale = 0; // W^(2^m) = exp(logScale) power
        for (int m = 0; m < SQUARINGS; m++) {
            double norm = norm(power);
            if (norm == 0) {
                return 0;
            }
            for (int i = 0; i < power.length; i++) {
                power[i] /= norm;
            }
            logScale = 2 * (logScale + Math.log(norm));
            power = square(power, n);
        }
        return norm(power) == 0 ? 0 : Math.exp((logScale + Math.log(norm(power))) * Math.pow(2, -SQUARINGS));
    }

    private static double[] square(double[] a, int n) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = a[i * n + k];
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += factor * a[k * n + j];
                }
            }
        }
        return product;
    }

    private static double norm(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
