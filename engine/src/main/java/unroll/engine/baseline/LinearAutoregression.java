package unroll.engine.baseline;

import java.util.Arrays;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/**
 * Predicts linearly from the last {@code order} inputs and a constant, fit by ridge regression.
 *
 * <p>The features of step t are {@code [1, input_t, input_(t-1), ..., input_(t-order+1)]}; before the first step the
 * first input is repeated. The constant is not shrunk.
 */
public final class LinearAutoregression implements Baseline {
    private final int order;
    private final double ridge;
    private final Loss loss;
    private int inputs = -1;
    /** {@code [features][outputs]}. */
    private double[] coefficients = {};

    /**
     * A regression not fit yet.
     *
     * @param order how many inputs it looks back on, at least 1
     * @param ridge what is added to the diagonal of the normal equations, positive, in squared units of the input
     * @param loss what judges the predictions: they are clipped to the values that its output units can have
     */
    public LinearAutoregression(int order, double ridge, Loss loss) {
        if (order < 1 || !(ridge > 0)) {
            throw new IllegalArgumentException("order " + order + " and ridge " + ridge + " must be positive");
        }
        this.order = order;
        this.ridge = ridge;
        this.loss = loss;
    }

    @Override
    public String name() {
        return "linear AR" + order;
    }

    @Override
    public void fit(Batch training) {
        inputs = training.inputs();
        double[] features = new double[1 + order * inputs];
        NormalEquations equations = new NormalEquations(features.length, training.outputs());
        for (int b = 0; b < training.sequences(); b++) {
            for (int t = 0; t < training.steps(); t++) {
                double weight = training.weight()[training.weightAt(t, b)];
                if (weight > 0) {
                    fillFeatures(training, t, b, features);
                    equations.add(weight, features, training.target(), training.targetAt(t, b));
                }
            }
        }
        coefficients = equations.solve(ridge);
    }

    private void fillFeatures(Batch batch, int t, int b, double[] features) {
        features[0] = 1;
        for (int lag = 0; lag < order; lag++) {
            int at = batch.inputAt(Math.max(0, t - lag), b);
            System.arraycopy(batch.input(), at, features, 1 + lag * inputs, inputs);
        }
    }

    @Override
    public double[] predict(Batch batch) {
        int outputs = batch.outputs();
        double[] features = new double[1 + order * inputs];
        if (batch.inputs() != inputs || coefficients.length != features.length * outputs) {
            throw new IllegalStateException("fit to another shape than " + batch.inputs() + " to " + outputs);
        }
        double[] predictions = new double[batch.target().length];
        double[] sum = new double[outputs];
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                fillFeatures(batch, t, b, features);
                Arrays.fill(sum, 0);
                for (int f = 0; f < features.length; f++) {
                    Rows.add(features[f], coefficients, f * outputs, sum, 0, outputs);
                }
                System.arraycopy(sum, 0, predictions, batch.targetAt(t, b), outputs);
            }
        }
        return OutputRange.enforce(loss, predictions, outputs);
    }
}
