package unroll.engine.baseline;

import java.util.Arrays;
import unroll.engine.sequence.Batch;

/**
 * Chance: predicts numbers that the task knows whatever the inputs are, as output biases alone could if each step had its own; mostly the
 * mean target of each step, which costs the least loss.
 */
public final class Chance implements Baseline {
    private final String name;
    private final double[] means;

    /** Predicts {@code means [T][O]}, flat, one row for each step. */
    public Chance(double[] means) {
        this("chance", means.clone());
    }

    private Chance(String name, double[] means) {
        this.name = name;
        this.means = means;
    }

    /** The same under another name. */
    public Chance named(String other) {
        return new Chance(other, means);
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
        return name;
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
