package unroll.engine.init;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/** The eigenvalues of a square matrix. */
public final class Eigenvalues {
    private Eigenvalues() {}

    /** The largest modulus among the eigenvalues of the n x n matrix that begins at {@code offset}, row by row. */
    public static double radius(double[] numbers, int offset, int n) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        System.arraycopy(numbers, offset, matrix.data, 0, n * n);
        var decomposition = DecompositionFactory_DDRM.eig(n, false);
        if (!decomposition.decompose(matrix)) {
            throw new ArithmeticException("the eigenvalues of a " + n + " x " + n + " matrix do not converge");
        }
        double radius = 0;
        for (int i = 0; i < n; i++) {
            radius = Math.max(radius, decomposition.getEigenvalue(i).getMagnitude());
        }
        return radius;
    }
}
