package unroll.engine.analysis;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The extreme eigenvalues and singular values of a matrix that lies in a vector, row by row. */
public final class Eigenvalues {
    /** All eigenvalues of a larger matrix would take seconds: 20 s for 1000 x 1000. */
    private static final int ALL_UP_TO = 200;

    /**
     * Products that are taken of a larger matrix. For random matrices up to 1000 x 1000 this agreed with all eigenvalues
     * to 1e-5; one part in a thousand is promised.
     */
    private static final int PRODUCTS = 200;

    private Eigenvalues() {}

    /**
     * The largest modulus among the eigenvalues of the n x n matrix that begins at {@code offset}; to rounding up to
     * n = 200, beyond to one part in a thousand where the matrix is random.
     */
    public static double radius(double[] numbers, int offset, int n) {
        return of(numbers, offset, n).radius();
    }

    /**
     * The eigenvalues of the n x n matrix that begins at {@code offset}: all of them up to n = 200, beyond the outermost ones of
     * what {@value #PRODUCTS} products show of it.
     *
     * @throws ArithmeticException where they do not converge, as with numbers that are not finite
     */
    public static Spectrum of(double[] numbers, int offset, int n) {
        DMatrixRMaj matrix = matrix(numbers, offset, n, n);
        return n <= ALL_UP_TO ? all(matrix) : Arnoldi.spectrum(x -> product(matrix, x), n, PRODUCTS);
    }

    /**
     * All eigenvalues of an n x n matrix, however large it is.
     *
     * @throws ArithmeticException where they do not converge, as with numbers that are not finite
     */
    public static Spectrum every(double[] numbers, int n) {
        return all(matrix(numbers, 0, n, n));
    }

    /**
     * The largest singular value of a matrix: the most by which it stretches a vector; to rounding where rows or columns
     * are at most 200, beyond to one part in a thousand where the matrix is random.
     */
    public static double stretch(double[] numbers, int offset, int rows, int columns) {
        DMatrixRMaj w = matrix(numbers, offset, rows, columns);
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(w, null);
        if (columns > rows) { // W and W' have the same: the smaller square is enough
            return Math.sqrt(Arnoldi.spectrum(x -> product(w, product(transposed, x)), rows, PRODUCTS)
                    .radius());
        }
        return Math.sqrt(Arnoldi.spectrum(x -> product(transposed, product(w, x)), columns, PRODUCTS)
                .radius());
    }

    static Spectrum all(DMatrixRMaj matrix) {
        int n = matrix.getNumRows();
        var decomposition = DecompositionFactory_DDRM.eig(n, false);
        if (!decomposition.decompose(matrix)) {
            throw new ArithmeticException("the eigenvalues of a " + n + " x " + n + " matrix do not converge");
        }
        double[] real = new double[n];
        double[] imaginary = new double[n];
        for (int i = 0; i < n; i++) {
            real[i] = decomposition.getEigenvalue(i).getReal();
            imaginary[i] = decomposition.getEigenvalue(i).getImaginary();
        }
        return new Spectrum(real, imaginary);
    }

    private static DMatrixRMaj matrix(double[] numbers, int offset, int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        System.arraycopy(numbers, offset, matrix.data, 0, rows * columns);
        return matrix;
    }

    private static double[] product(DMatrixRMaj a, double[] x) {
        DMatrixRMaj y = new DMatrixRMaj(a.getNumRows(), 1);
        CommonOps_DDRM.mult(a, DMatrixRMaj.wrap(x.length, 1, x), y);
        return y.data;
    }
}
