package unroll.engine.baseline;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import unroll.engine.loss.Loss;
import unroll.engine.task.Batch;

/**
 * Reproduces each target from its k principal components, the best linear code of k numbers (Hotelling 1933): {@code mean +
 * V V' (y - mean)}, V the eigenvectors of the targets' covariance with the largest eigenvalues.
 */
public final class PrincipalComponents implements Baseline {
    private final int components;
    private final Loss loss;
    private double[] mean = {};
    private double[][] directions = {};

    /**
     * A code not found yet.
     *
     * @param components k, at least 1
     * @param loss what judges the predictions: they are clipped to the values that its output units can have
     */
    public PrincipalComponents(int components, Loss loss) {
        if (components < 1) {
            throw new IllegalArgumentException("a code has at least one number, not " + components);
        }
        this.components = components;
        this.loss = loss;
    }

    @Override
    public String name() {
        return "PCA " + components;
    }

    @Override
    public void fit(Batch training) {
        int n = training.outputs();
        int rows = training.target().length / n;
        mean = new double[n];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < n; i++) {
                mean[i] += training.target()[row * n + i] / rows;
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        double[] centred = new double[n];
        for (int row = 0; row < rows; row++) {
            centre(training.target(), row * n, centred);
            for (int i = 0; i < n; i++) {
                Rows.add(centred[i], centred, 0, covariance.data, i * n, n);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(covariance)) {
            throw new IllegalArgumentException("the training pictures have no principal components");
        }
        directions = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .limit(components)
                .map(i -> eigen.getEigenVector(i).data)
                .toArray(double[][]::new);
    }

    private void centre(double[] from, int at, double[] centred) {
        for (int i = 0; i < mean.length; i++) {
            centred[i] = from[at + i] - mean[i];
        }
    }

    @Override
    public double[] predict(Batch batch) {
        int n = batch.outputs();
        if (mean.length != n) {
            throw new IllegalStateException("fit to " + mean.length + " outputs, asked for " + n);
        }
        double[] predictions = new double[batch.target().length];
        double[] centred = new double[n];
        for (int at = 0; at < predictions.length; at += n) {
            centre(batch.target(), at, centred);
            System.arraycopy(mean, 0, predictions, at, n);
            for (double[] direction : directions) {
                Rows.add(dot(direction, centred), direction, 0, predictions, at, n);
            }
        }
        return OutputRange.enforce(loss, predictions, n);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
