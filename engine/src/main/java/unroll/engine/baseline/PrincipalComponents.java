package unroll.engine.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import unroll.engine.analysis.PrincipalAxes;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/**
 * Reproduces each target from its k principal components, the best linear code of k numbers (Hotelling 1933): {@code mean +
 * V V' (y - mean)}, V the eigenvectors of the targets' covariance with the largest eigenvalues.
 */
public final class PrincipalComponents implements Baseline {
    private final int components;
    private final Loss loss;
    private @Nullable PrincipalAxes axes;

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
        double[][] points = new double[training.target().length / n][];
        for (int row = 0; row < points.length; row++) {
            points[row] = Arrays.copyOfRange(training.target(), row * n, (row + 1) * n);
        }
        axes = PrincipalAxes.of(points, components);
    }

    @Override
    public double[] predict(Batch batch) {
        int n = batch.outputs();
        if (axes == null || axes.mean().length != n) {
            throw new IllegalStateException(
                    "fit to " + (axes == null ? 0 : axes.mean().length) + " outputs, not to " + n);
        }
        double[] predictions = new double[batch.target().length];
        for (int at = 0; at < predictions.length; at += n) {
            double[] along = axes.along(Arrays.copyOfRange(batch.target(), at, at + n));
            System.arraycopy(axes.mean(), 0, predictions, at, n);
            for (int k = 0; k < along.length; k++) {
                Rows.add(along[k], axes.directions()[k], 0, predictions, at, n);
            }
        }
        return OutputRange.enforce(loss, predictions, n);
    }
}
