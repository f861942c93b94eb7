package unroll.engine.baseline;

import java.util.Arrays;
import unroll.engine.sequence.Batch;

/** Chance: every class is as probable as every other. */
public final class Uniform implements Baseline {
    @Override
    public String name() {
        return "chance";
    }

    /** Learns nothing. */
    @Override
    public void fit(Batch training) {}

    @Override
    public double[] predict(Batch batch) {
        double[] predictions = new double[batch.target().length];
        Arrays.fill(predictions, 1.0 / batch.outputs());
        return predictions;
    }
}
