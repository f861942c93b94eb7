package unroll.engine.baseline;

import java.util.Arrays;
import unroll.engine.sequence.Batch;

/** Chance: predicts the mean target of each step as the task knows it, as output biases alone could if each step had its own. */
public final class Chance implements Baseline {
    private final double[] means;

    /** Predicts {@code means [T][O]}, flat, one row for each step. */
    public Chance(double[] means) {
        this.means = means.clone();
    }

    /** Predicts the same {@code mean [O]} at each of {@code steps} steps. */
    public static Chance always(int steps, double... mean) {
        double[] means = new double[steps * mean.length];
        for (int at = 0; at < means.length; at += mean.length) {
            System.arraycopy(mean, 0, means, at, mean.length);
        }
        return new Chance(means);
    }

    /** Predicts {@code outputs} classes, one as probable as the other, at each of {@code steps} steps. */
    public static Chance uniform(int steps, int outputs) {
        double[] means = new double[steps * outputs];
        Arrays.fill(means, 1.0 / outputs);
        return new Chance(means);
    }

    @Override
    public String name() {
        return "chance";
    }

    /** Learns nothing: it knows. */
    @Override
    public void fit(Batch training) {}

    @Override
    public double[] predict(Batch batch) {
        int width = batch.outputs();
        if (means.length != batch.steps() * width) {
            throw new IllegalArgumentException(
                    means.length + " means for " + batch.steps() + " steps of " + width + " outputs");
        }
        double[] predictions = new double[batch.target().length];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                System.arraycopy(means, t * width, predictions, batch.targetAt(t, b), width);
            }
        }
        return predictions;
    }
}
