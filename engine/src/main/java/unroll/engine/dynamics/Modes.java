package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.analysis.Spectrum;

/** The modes of a Jacobian, the slowest first. */
final class Modes {
    /** The shift of an inverse iteration lies so far beside the eigenvalue, relative to the matrix. */
    private static final double BESIDE = 1e-10;

    private static final int ROUNDS = 4;

    private Modes() {}

    /**
     * Every eigenvalue, in descending order of modulus.
     *
     * @param jacobian {@code [n][n]}
     * @param vectors for so many of them the eigenvectors are found, too, by inverse iteration
     * @throws ArithmeticException where the eigenvalues do not converge
     */
    static List<Mode> of(double[] jacobian, int n, int vectors) {
        Spectrum spectrum = Eigenvalues.every(jacobian, n);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -spectrum.modulus(i))
                        .thenComparingDouble(i -> -spectrum.imaginary()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, jacobian.clone());
        List<Mode> modes = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double a = spectrum.real()[order[k]];
            double b = spectrum.imaginary()[order[k]];
            modes.add(k < vectors ? found(matrix, a, b) : new Mode(a, b, new double[0][], new double[0][]));
        }
        return List.copyOf(modes);
    }

    private static Mode found(DMatrixRMaj matrix, double a, double b) {
        double[][] right = vector(matrix, a, b);
        double[][] left = vector(CommonOps_DDRM.transpose(matrix, null), a, b);
        double re = Vectors.dot(left[0], right[0]) - Vectors.dot(left[1], right[1]);
        double im = Vectors.dot(left[0], right[1]) + Vectors.dot(left[1], right[0]);
        double size = re * re + im * im;
        double[][] scaled = new double[2][matrix.numRows];
        for (int i = 0; i < matrix.numRows; i++) {
            scaled[0][i] = (left[0][i] * re + left[1][i] * im) / size;
            scaled[1][i] = (left[1][i] * re - left[0][i] * im) / size;
        }
        return new Mode(a, b, right, scaled);
    }

    /**
     * The eigenvector {@code x + iy} of {@code a + ib}: {@code (A - a) x + b y = 0} and {@code (A - a) y - b x = 0}, of length 1 with its
     * largest element positive.
     */
    private static double[][] vector(DMatrixRMaj matrix, double a, double b) {
        int n = matrix.numRows;
        boolean real = b == 0;
        int size = real ? n : 2 * n;
        double beside = a + BESIDE * Math.max(CommonOps_DDRM.elementMaxAbs(matrix), Double.MIN_NORMAL);
        DMatrixRMaj shifted = new DMatrixRMaj(size, size);
        CommonOps_DDRM.insert(matrix, shifted, 0, 0);
        if (!real) {
            CommonOps_DDRM.insert(matrix, shifted, n, n);
        }
        for (int i = 0; i < size; i++) {
            shifted.add(i, i, -beside);
            if (!real) {
                shifted.set(i, (i + n) % size, i < n ? b : -b);
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(size);
        solver.setA(shifted);
        DMatrixRMaj x = new DMatrixRMaj(size, 1);
        Arrays.setAll(x.data, i -> 1 + i / (double) size); // of no symmetry that an eigenvector could be orthogonal to
        DMatrixRMaj next = new DMatrixRMaj(size, 1);
        for (int round = 0; round < ROUNDS; round++) {
            solver.solve(x, next);
            CommonOps_DDRM.divide(next, Math.sqrt(Vectors.dot(next.data, next.data)), x);
        }
        return upright(x.data, n);
    }

    private static double[][] upright(double[] x, int n) {
        double[][] parts = {Arrays.copyOf(x, n), x.length > n ? Arrays.copyOfRange(x, n, 2 * n) : new double[n]};
        int largest = 0;
        for (int i = 1; i < n; i++) {
            if (Math.hypot(parts[0][i], parts[1][i]) > Math.hypot(parts[0][largest], parts[1][largest])) {
                largest = i;
            }
        }
        double size = Math.hypot(parts[0][largest], parts[1][largest]);
        double cosine = parts[0][largest] / size;
        double sine = parts[1][largest] / size;
        for (int i = 0; i < n; i++) {
            double re = parts[0][i] * cosine + parts[1][i] * sine;
            parts[1][i] = parts[1][i] * cosine - parts[0][i] * sine;
            parts[0][i] = re;
        }
        return parts;
    }
}
