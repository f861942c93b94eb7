package unroll.engine.baseline;

/** Multiples of rows of flat matrices, added to other rows: loops that the compiler turns into vector instructions. */
final class Rows {
    private Rows() {}

    /** {@code y[y0..] += a x[x0..]} for {@code n} numbers; nothing where a is 0, as most pixels are. */
    static void add(double a, double[] x, int x0, double[] y, int y0, int n) {
        if (a != 0) {
            for (int i = 0; i < n; i++) {
                y[y0 + i] += a * x[x0 + i];
            }
        }
    }

    /**
     * {@code y[y0..] += a0 x_0 + a1 x_1 + a2 x_2 + a3 x_3} for {@code n} numbers, where row k of x begins at
     * {@code x0 + k stride}: a quarter of the traffic of four single rows.
     */
    static void addFour(
            double a0, double a1, double a2, double a3, double[] x, int x0, int stride, double[] y, int y0, int n) {
        if (a0 == 0 && a1 == 0 && a2 == 0 && a3 == 0) {
            return;
        }
        int x1 = x0 + stride;
        int x2 = x1 + stride;
        int x3 = x2 + stride;
        for (int i = 0; i < n; i++) {
            y[y0 + i] += a0 * x[x0 + i] + a1 * x[x1 + i] + a2 * x[x2 + i] + a3 * x[x3 + i];
        }
    }
}
