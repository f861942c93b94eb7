package unroll.engine.init;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import unroll.engine.random.Philox;

/** Random orthonormal vectors, every position in space equally probable: distributed by Haar's measure. */
final class HaarFrame {
    private HaarFrame() {}

    /** A matrix, row by row, whose columns are orthonormal where there are at least as many rows, else its rows. */
    static double[] draw(int rows, int columns, Philox random) {
        boolean wide = columns > rows;
        DMatrixRMaj q = columns(Math.max(rows, columns), Math.min(rows, columns), random);
        double[] frame = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                frame[i * columns + j] = wide ? q.get(j, i) : q.get(i, j);
            }
        }
        return frame;
    }

    /**
     * Q of the decomposition A = QR of a matrix of normal numbers, its columns turned so that R has a positive diagonal:
     * only then is Q distributed evenly (Mezzadri, "How to generate random matrices from the classical compact groups",
     * 2007).
     */
    private static DMatrixRMaj columns(int n, int count, Philox random) {
        DMatrixRMaj a = new DMatrixRMaj(n, count);
        for (int i = 0; i < a.data.length; i++) {
            a.data[i] = random.gaussian();
        }
        var decomposition = DecompositionFactory_DDRM.qr(n, count);
        if (!decomposition.decompose(a)) {
            throw new ArithmeticException("a " + n + " x " + count + " matrix has no QR decomposition");
        }
        DMatrixRMaj q = decomposition.getQ(null, true);
        DMatrixRMaj r = decomposition.getR(null, true);
        for (int j = 0; j < count; j++) {
            for (int i = 0; r.get(j, j) < 0 && i < n; i++) {
                q.set(i, j, -q.get(i, j));
            }
        }
        return q;
    }
}
