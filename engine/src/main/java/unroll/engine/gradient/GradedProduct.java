package unroll.engine.gradient;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The singular values of a product of many matrices, each as accurate as the factors are, however far they lie apart.
 *
 * <p>A product that is multiplied out in double has no singular value below 2^-53 of its largest. Here it is kept as {@code Q D T}, with
 * orthonormal columns in {@code Q}, a diagonal {@code D} whose logarithms alone are kept, and a well-conditioned {@code T}: a factor
 * {@code A} from the left makes {@code A Q D = Q' R} by Householder reflections with columns in the order of their size, so that R is
 * graded as D is, and {@code D' = diag R}, {@code T' = D'^-1 R T} (Stewart, "On graded QR decompositions of products of matrices",
 * ETNA 3, 1995). The singular values are those of {@code D T}, by Jacobi rotations of its rows, which keep small ones accurate (Demmel and
 * Veselic, "Jacobi's method is more accurate than QR", SIAM J. Matrix Anal. Appl. 13, 1992).
 *
 * <p>A direction in which a factor is smaller than its own rounding is not known from there on.
 */
final class GradedProduct {
    /** So many roundings of a factor's size an element of its triangular form is off by at most. */
    private static final double ROUNDINGS = 16;

    /** Rows whose cosine is less are orthogonal. */
    private static final double ORTHOGONAL = 1e-15;

    /** A row of length 1 changes by none of so small a share of another. */
    private static final double NOTHING = 0x1p-60;

    private static final int MOST_SWEEPS = 40;

    private final double rounding;
    private final DMatrixRMaj q;
    private final double[] logs;
    private final DMatrixRMaj t;
    private final double bound;

    /**
     * @param rounding relative, of the factors' elements
     * @param q {@code [m][r]}, its columns orthonormal
     * @param logs of the diagonal D, r numbers
     * @param t {@code [r][n]}
     * @param bound logarithm of what all further singular values are below
     */
    private GradedProduct(double rounding, DMatrixRMaj q, double[] logs, DMatrixRMaj t, double bound) {
        this.rounding = rounding;
        this.q = q;
        this.logs = logs;
        this.t = t;
        this.bound = bound;
    }

    /** The identity's first {@code n} columns, of {@code rows} rows. */
    static GradedProduct identity(int rows, int n, double rounding) {
        DMatrixRMaj q = new DMatrixRMaj(rows, n);
        for (int i = 0; i < n; i++) {
            q.set(i, i, 1);
        }
        return new GradedProduct(rounding, q, new double[n], CommonOps_DDRM.identity(n), Double.NEGATIVE_INFINITY);
    }

    /** The columns Q, {@code [m][r]}; the product is these times something. */
    DMatrixRMaj columns() {
        return q;
    }

    /**
     * The product with another factor A at its left.
     *
     * @param c {@code A Q}; is overwritten
     * @param size Frobenius norm of A
     */
    GradedProduct times(DMatrixRMaj c, double size) {
        int r = logs.length;
        int[] order = new int[r];
        Arrays.setAll(order, i -> i);
        double[][] columns = new double[r][c.numRows];
        for (int j = 0; j < r; j++) {
            for (int i = 0; i < c.numRows; i++) {
                columns[j][i] = c.get(i, j);
            }
        }
        double[][] reflections = new double[r][];
        double noise = ROUNDINGS * rounding * size;
        int rank = 0;
        while (rank < r) {
            bring(largest(columns, order, rank), rank, columns, order);
            double norm = norm(columns[rank], rank);
            if (!(norm > noise)) {
                break;
            }
            reflections[rank] = reflect(columns, rank, norm);
            rank++;
        }
        double further = rank < r ? Math.log(noise) + mostOf(order, rank) : Double.NEGATIVE_INFINITY;
        return graded(
                columns, order, orthonormal(reflections, c.numRows, rank), Math.max(further, bound + Math.log(size)));
    }

    /** Of the directions that are given up the largest. */
    private double mostOf(int[] order, int rank) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = rank; i < order.length; i++) {
            most = Math.max(most, logs[order[i]]);
        }
        return most;
    }

    /** The column from {@code rank} on that is largest times its D. */
    private int largest(double[][] columns, int[] order, int rank) {
        int best = rank;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = rank; j < columns.length; j++) {
            double log = Math.log(norm(columns[j], rank)) + logs[order[j]];
            if (log > most) {
                most = log;
                best = j;
            }
        }
        return best;
    }

    private static void bring(int from, int to, double[][] columns, int[] order) {
        double[] column = columns[from];
        columns[from] = columns[to];
        columns[to] = column;
        int place = order[from];
        order[from] = order[to];
        order[to] = place;
    }

    /** Makes the column's elements after {@code k} 0 and does the same to those behind it; returns the unit vector of the reflection. */
    private static double[] reflect(double[][] columns, int k, double norm) {
        double[] v = columns[k].clone();
        Arrays.fill(v, 0, k, 0);
        v[k] += v[k] < 0 ? -norm : norm;
        double length = norm(v, k);
        for (int i = k; i < v.length; i++) {
            v[i] /= length;
        }
        for (int j = k; j < columns.length; j++) {
            mirror(v, k, columns[j]);
        }
        return v;
    }

    private static void mirror(double[] v, int from, double[] x) {
        double along = 0;
        for (int i = from; i < v.length; i++) {
            along += v[i] * x[i];
        }
        for (int i = from; i < v.length; i++) {
            x[i] -= 2 * along * v[i];
        }
    }

    private static double norm(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }

    private GradedProduct graded(double[][] columns, int[] order, DMatrixRMaj newQ, double further) {
        int n = t.numCols;
        int rank = newQ.numCols;
        double[] newLogs = new double[rank];
        DMatrixRMaj newT = new DMatrixRMaj(rank, n);
        for (int i = 0; i < rank; i++) {
            double diagonal = Math.abs(columns[i][i]);
            double log = Math.log(diagonal) + logs[order[i]];
            for (int j = i; j < columns.length; j++) {
                double ratio = columns[j][i] / diagonal;
                double share =
                        Math.signum(ratio) * Math.exp(Math.log(Math.abs(ratio)) + logs[order[j]] - logs[order[i]]);
                if (Math.abs(share) < NOTHING) {
                    continue;
                }
                for (int k = 0; k < n; k++) {
                    newT.data[i * n + k] += share * t.data[order[j] * n + k];
                }
            }
            double length = norm(Arrays.copyOfRange(newT.data, i * n, (i + 1) * n), 0);
            for (int k = 0; k < n; k++) {
                newT.data[i * n + k] /= length;
            }
            newLogs[i] = log + Math.log(length);
        }
        return new GradedProduct(rounding, newQ, newLogs, newT, further);
    }

    /** The first columns of the reflections one after the other. */
    private static DMatrixRMaj orthonormal(double[][] reflections, int m, int rank) {
        DMatrixRMaj made = new DMatrixRMaj(m, rank);
        for (int j = 0; j < rank; j++) {
            double[] column = new double[m];
            column[j] = 1;
            for (int k = rank - 1; k >= 0; k--) {
                mirror(reflections[k], k, column);
            }
            for (int i = 0; i < m; i++) {
                made.data[i * rank + j] = column[i];
            }
        }
        return made;
    }

    /**
     * Natural logarithms of the singular values that are known, in descending order; the others, of {@code n} in all, are below all of these
     * and below {@link #bound}.
     */
    double[] logarithms() {
        int r = logs.length;
        int n = t.numCols;
        double[][] rows = new double[r][];
        for (int i = 0; i < r; i++) {
            rows[i] = Arrays.copyOfRange(t.data, i * n, (i + 1) * n);
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int i = 0; i < r; i++) {
                for (int j = i + 1; j < r; j++) {
                    turned |= turn(rows[i], rows[j], Math.exp(logs[j] - logs[i]));
                }
            }
        }
        double[] found = new double[r];
        Arrays.setAll(found, i -> -(logs[i] + Math.log(norm(rows[i], 0))));
        Arrays.sort(found);
        Arrays.setAll(found, i -> -found[i]);
        return found;
    }

    /** Logarithm of what singular values that are not known are below. */
    double bound() {
        return bound;
    }

    /**
     * Makes {@code x} and {@code ratio y} orthogonal by a rotation of the two, whose rows are kept unscaled however small the ratio is.
     *
     * @return whether they were not
     */
    private static boolean turn(double[] x, double[] y, double ratio) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int k = 0; k < x.length; k++) {
            xx += x[k] * x[k];
            yy += y[k] * y[k];
            xy += x[k] * y[k];
        }
        if (!(Math.abs(xy) > ORTHOGONAL * Math.sqrt(x.length) * Math.sqrt(xx) * Math.sqrt(yy))) {
            return false;
        }
        double zeta = (ratio * ratio * yy - xx) / (2 * xy);
        double tau = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(ratio, zeta)); // the tangent over the ratio
        double cosine = 1 / Math.hypot(1, ratio * tau);
        for (int k = 0; k < x.length; k++) {
            double before = x[k];
            x[k] = cosine * (before - ratio * ratio * tau * y[k]);
            y[k] = cosine * (tau * before + y[k]);
        }
        return true;
    }
}
