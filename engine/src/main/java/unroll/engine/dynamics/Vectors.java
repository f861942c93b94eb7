package unroll.engine.dynamics;

/** Sums over the numbers of vectors. */
final class Vectors {
    private Vectors() {}

    /** {@code sum_i a_i b_i} over {@code n} numbers, of which the first stand at these places. */
    static double dot(double[] a, int fromA, double[] b, int fromB, int n) {
        double sum0 = 0; // four sums, so that the processor need not wait for each
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            sum0 += a[fromA + i] * b[fromB + i];
            sum1 += a[fromA + i + 1] * b[fromB + i + 1];
            sum2 += a[fromA + i + 2] * b[fromB + i + 2];
            sum3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < n; i++) {
            sum0 += a[fromA + i] * b[fromB + i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    static double dot(double[] a, double[] b) {
        return dot(a, 0, b, 0, a.length);
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** {@code a = a + factor b}, as {@link #dot}. */
    static void add(double factor, double[] b, int fromB, double[] a, int fromA, int n) {
        for (int i = 0; i < n; i++) {
            a[fromA + i] += factor * b[fromB + i];
        }
    }
}
