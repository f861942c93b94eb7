package unroll.engine.baseline;

import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/** Predicts the mean target of the training steps that count, whatever the input. */
public final class Constant implements Baseline {
    private final Loss loss;
    private double[] mean = {};

    /** For predictions that {@code loss} judges: they are kept off 0 and 1 where those would cost infinitely much. */
    public Constant(Loss loss) {
        this.loss = loss;
    }

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public void fit(Batch training) {
        double[] sum = new double[training.outputs()];
        double weights = 0;
        for (int t = 0; t < training.steps(); t++) {
            for (int b = 0; b < training.sequences(); b++) {
                double weight = training.weight()[training.weightAt(t, b)];
                weights += weight;
                for (int o = 0; o < sum.length; o++) {
                    sum[o] += weight * training.target()[training.targetAt(t, b) + o];
                }
            }
        }
        if (!(weights > 0)) {
            throw new IllegalArgumentException("no step of the training batch counts");
        }
        for (int o = 0; o < sum.length; o++) {
            sum[o] /= weights;
        }
        mean = sum;
    }

    @Override
    public double[] predict(Batch batch) {
        if (mean.length != batch.outputs()) {
            throw new IllegalStateException("fit to " + mean.length + " outputs, not to " + batch.outputs());
        }
        double[] predictions = new double[batch.target().length];
        for (int at = 0; at < predictions.length; at += mean.length) {
            System.arraycopy(mean, 0, predictions, at, mean.length);
        }
        return OutputRange.enforce(loss, predictions, mean.length);
    }
}
