package unroll.engine.dynamics;

/** Solves systems of a symmetric positive definite matrix, row by row so that the inner loop is over neighbours. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Solves {@code A x = b} by {@code A = U'U}.
     *
     * @param a {@code [n][n]}, of which the upper half counts; overwritten
     * @param x holds b, then the solution
     * @return whether A is positive definite; x is of no use if not
     */
    static boolean solve(double[] a, double[] x, int n) {
        for (int k = 0; k < n; k++) {
            double pivot = a[k * n + k];
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int j = k; j < n; j++) {
                a[k * n + j] /= root;
            }
            for (int i = k + 1; i < n; i++) {
                Vectors.add(-a[k * n + i], a, k * n + i, a, i * n + i, n - i);
            }
        }
        for (int k = 0; k < n; k++) {
            x[k] /= a[k * n + k];
            for (int j = k + 1; j < n; j++) {
                x[j] -= a[k * n + j] * x[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                x[k] -= a[k * n + j] * x[j];
            }
            x[k] /= a[k * n + k];
        }
        return true;
    }
}
