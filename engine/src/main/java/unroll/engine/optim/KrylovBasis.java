package unroll.engine.optim;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * An orthonormal basis {@code V [K][n]} of {@code {s, g, Bg, B^2 g, ...}}, and coordinates {@code c [K]} in which the quadratic is as
 * round as it can be: {@code x = V'T c} with {@code T'(V B V')T = I} (Vinyals and Povey 2011).
 */
final class KrylovBasis {
    /** Eigenvalues are taken for at least this share of the largest (Vinyals and Povey 2011). */
    private static final double FLOOR = 1e-4;

    /** What is left of a vector's length when the basis spans it already. */
    private static final double SPANNED = 1e-8;

    private final int most;
    private final double[][] v;
    private final double[] next;
    private final DMatrixRMaj projected;
    private final DMatrixRMaj round;
    private final double[] a;
    private int size;
    private double largest;

    KrylovBasis(int n, int most) {
        this.most = Math.min(n, most);
        v = new double[this.most][n];
        next = new double[n];
        projected = new DMatrixRMaj(this.most, this.most);
        round = new DMatrixRMaj(this.most, this.most);
        a = new double[this.most];
    }

    /** Spans {@code last}, unless that is 0, and the Krylov space of {@code g}. */
    void span(LinearOperator matrix, double[] g, double[] last) {
        size = 0;
        boolean augmented = append(last);
        if (augmented) {
            matrix.apply(v[0], next);
            project(0);
        }
        boolean grown = append(g);
        while (grown) {
            matrix.apply(v[size - 1], next);
            project(size - 1);
            grown = append(next);
        }
        turn();
    }

    /** Takes a vector's part that is new; false where it has none or the basis is full. */
    private boolean append(double[] x) {
        if (size == most) {
            return false;
        }
        double[] fresh = v[size];
        Vectors.copy(x, fresh);
        double length = Vectors.norm(x);
        for (int pass = 0; pass < 2; pass++) { // twice is enough
            for (int j = 0; j < size; j++) {
                Vectors.addScaled(-Vectors.dot(v[j], fresh), v[j], fresh);
            }
        }
        double left = Vectors.norm(fresh);
        if (!(left > SPANNED * length)) {
            return false;
        }
        Vectors.scale(1 / left, fresh);
        size++;
        return true;
    }

    /** Row and column k of {@code V B V'}, from {@code B v_k}. */
    private void project(int k) {
        for (int j = 0; j <= k; j++) {
            double product = Vectors.dot(v[j], next);
            projected.set(j, k, product);
            projected.set(k, j, product);
        }
    }

    /** {@code T = Q L^(-1/2)} of the eigenvalues L and eigenvectors Q. */
    private void turn() {
        largest = 0;
        if (size == 0) {
            return;
        }
        DMatrixRMaj square = new DMatrixRMaj(size, size);
        CommonOps_DDRM.extract(projected, 0, size, 0, size, square, 0, 0);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (MatrixFeatures_DDRM.hasUncountable(square) || !eigen.decompose(square)) {
            size = 0; // no numbers
            return;
        }
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
        }
        round.reshape(size, size);
        for (int i = 0; i < size; i++) {
            double value = Math.max(FLOOR * largest, eigen.getEigenvalue(i).getReal());
            DMatrixRMaj q = eigen.getEigenVector(i);
            for (int j = 0; j < size; j++) {
                round.set(j, i, value > 0 ? q.get(j) / Math.sqrt(value) : q.get(j));
            }
        }
    }

    /** K; 0 where there is no direction to go. */
    int size() {
        return size;
    }

    /** The largest eigenvalue of {@code V B V'}. */
    double largest() {
        return largest;
    }

    /** {@code x = V'T c}. */
    void expand(double[] c, double[] x) {
        Arrays.fill(x, 0);
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += round.get(j, i) * c[i];
            }
            Vectors.addScaled(sum, v[j], x);
        }
    }

    /** {@code c = T'V x}: what a gradient is in the coordinates. */
    void contract(double[] x, double[] c) {
        for (int j = 0; j < size; j++) {
            a[j] = Vectors.dot(v[j], x);
        }
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += round.get(j, i) * a[j];
            }
            c[i] = sum;
        }
    }
}
