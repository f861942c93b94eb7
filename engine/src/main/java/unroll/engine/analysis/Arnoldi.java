package unroll.engine.analysis;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * The largest eigenvalue of a large operator from a few of its products (Arnoldi 1951): the operator seen from the span of
 * x, Ax, A^2 x, ... is a small matrix whose outermost eigenvalues are nearly its own.
 */
final class Arnoldi {
    /** A direction shorter than this, relative to what was projected out of it, is rounding: the span is complete. */
    private static final double ROUNDING = 1e-13;

    private Arnoldi() {}

    /**
     * The outermost eigenvalues of {@code operator} on vectors of length {@code n}, nearly, from at most
     * {@code products} applications; the start is the same pseudo-random vector at every call.
     */
    static Spectrum spectrum(UnaryOperator<double[]> operator, int n, int products) {
        int most = Math.min(n, products);
        double[][] basis = new double[most][];
        DMatrixRMaj seen = new DMatrixRMaj(most, most);
        double[] next = start(n);
        double length = norm(next);
        int size = 0;
        for (double reach = length; size < most && length > ROUNDING * reach; size++) {
            if (size > 0) {
                seen.set(size, size - 1, length);
            }
            basis[size] = scaled(next, 1 / length);
            next = operator.apply(basis[size]);
            reach = norm(next);
            for (int pass = 0; pass < 2; pass++) { // once is not enough in floating point, twice is
                project(next, basis, size, seen);
            }
            length = norm(next);
        }
        DMatrixRMaj complete = new DMatrixRMaj(size, size);
        for (int i = 0; i < size; i++) {
            System.arraycopy(seen.data, i * most, complete.data, i * size, size);
        }
        return Eigenvalues.all(complete);
    }

    /** Takes its parts along {@code basis[0..k]} out of {@code y} and adds them to column k of {@code seen}. */
    private static void project(double[] y, double[][] basis, int k, DMatrixRMaj seen) {
        for (int j = 0; j <= k; j++) {
            double part = 0;
            for (int i = 0; i < y.length; i++) {
                part += basis[j][i] * y[i];
            }
            for (int i = 0; i < y.length; i++) {
                y[i] -= part * basis[j][i];
            }
            seen.add(j, k, part);
        }
    }

    private static double[] start(int n) {
        Philox random = new Philox(n, Purpose.SAMPLING);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.gaussian();
        }
        return x;
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = factor * x[i];
        }
        return y;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
