package unroll.engine.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The directions in which points vary most (Hotelling 1933): eigenvectors of their covariance with the largest eigenvalues, each of
 * length 1 and with its largest entry positive, so that the same points have the same axes.
 *
 * @param mean of the points, {@code [n]}
 * @param directions the first is that of the largest variance, {@code [k][n]}
 * @param shares what part of the whole variance each direction has, {@code [k]}; 0 where the points do not vary
 */
public record PrincipalAxes(double[] mean, double[][] directions, double[] shares) {
    /**
     * The first axes of points.
     *
     * @param points {@code [N][n]}, N at least 1
     * @param most how many axes; fewer where there are fewer coordinates
     * @throws IllegalArgumentException where there are no points, or one is not finite
     */
    public static PrincipalAxes of(double[][] points, int most) {
        if (points.length == 0) {
            throw new IllegalArgumentException("no points have no axes");
        }
        double[] mean = mean(points);
        int n = mean.length;
        DMatrixRMaj covariance = covariance(points, mean);
        if (!finite(covariance)) {
            throw new IllegalArgumentException("points that are not finite have no principal axes");
        }
        Decomposition eigen = eigen(covariance);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.variances()[i]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        double all = 0;
        for (int i = 0; i < n; i++) {
            all += Math.max(0, eigen.variances()[i]);
        }
        double[][] directions = new double[order.length][];
        double[] shares = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            directions[k] = upright(eigen.vectors().getEigenVector(order[k]).data);
            double variance = Math.max(0, eigen.variances()[order[k]]);
            shares[k] = all > 0 ? variance / all : 0;
        }
        return new PrincipalAxes(mean, directions, shares);
    }

    /** Eigenvectors and how much points vary along each, {@code [n]}. */
    private record Decomposition(EigenDecomposition_F64<DMatrixRMaj> vectors, double[] variances) {}

    /**
     * Of points that are few for their coordinates most eigenvalues are zero, and with these EJML's iteration does not always settle:
     * then all are shifted by the largest variance of a coordinate, which leaves the eigenvectors as they are.
     */
    private static Decomposition eigen(DMatrixRMaj covariance) {
        double largest = CommonOps_DDRM.elementMaxAbs(covariance);
        for (double shift : new double[] {0, largest}) {
            DMatrixRMaj shifted = covariance.copy(); // which is used up
            for (int i = 0; i < shifted.numRows; i++) {
                shifted.add(i, i, shift);
            }
            EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(shifted.numRows, true, true);
            if (eigen.decompose(shifted)) {
                double subtracted = shift;
                double[] variances = IntStream.range(0, eigen.getNumberOfEigenvalues())
                        .mapToDouble(i -> eigen.getEigenvalue(i).getReal() - subtracted)
                        .toArray();
                return new Decomposition(eigen, variances);
            }
        }
        throw new ArithmeticException("the eigenvalues of a finite covariance were not found");
    }

    /** How far a point lies along each axis, {@code [k]}. */
    public double[] along(double[] point) {
        double[] along = new double[directions.length];
        for (int k = 0; k < along.length; k++) {
            for (int i = 0; i < mean.length; i++) {
                along[k] += directions[k][i] * (point[i] - mean[i]);
            }
        }
        return along;
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[points[0].length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = same(points, i) ? points[0][i] : mean[i]; // rounding would be taken for variance
        }
        return mean;
    }

    private static boolean same(double[][] points, int i) {
        for (double[] point : points) {
            if (point[i] != points[0][i]) {
                return false;
            }
        }
        return true;
    }

    private static DMatrixRMaj covariance(double[][] points, double[] mean) {
        int n = mean.length;
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        double[] centred = new double[n];
        for (double[] point : points) {
            for (int i = 0; i < n; i++) {
                centred[i] = point[i] - mean[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance.data[i * n + j] += centred[i] * centred[j] / points.length;
                }
            }
        }
        return covariance;
    }

    private static boolean finite(DMatrixRMaj matrix) {
        for (double number : matrix.data) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static double[] upright(double[] direction) {
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        double[] upright = direction.clone();
        for (int i = 0; i < upright.length; i++) {
            upright[i] *= largest < 0 ? -1 : 1;
        }
        return upright;
    }
}
