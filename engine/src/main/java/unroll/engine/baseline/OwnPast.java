package unroll.engine.baseline;

import unroll.engine.sequence.Batch;

/**
 * Predicts each output, 0 or 1, from the input of its own one step before alone, with probabilities that the task has counted: a chain of
 * two states for each.
 *
 * @param afterOff by output the probability of a 1 after a 0
 * @param afterOn that after a 1
 */
public record OwnPast(double[] afterOff, double[] afterOn) implements Baseline {
    @Override
    public String name() {
        return "each from its own past";
    }

    /** Learns nothing: it knows. */
    @Override
    public void fit(Batch training) {}

    @Override
    public double[] predict(Batch batch) {
        if (batch.inputs() != afterOn.length || batch.outputs() != afterOn.length) {
            throw new IllegalArgumentException(
                    afterOn.length + " chains for " + batch.inputs() + " inputs and " + batch.outputs() + " outputs");
        }
        double[] predictions = new double[batch.target().length];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                for (int o = 0; o < afterOn.length; o++) {
                    boolean on = batch.input()[batch.inputAt(t, b) + o] > 0;
                    predictions[batch.targetAt(t, b) + o] = on ? afterOn[o] : afterOff[o];
                }
            }
        }
        return predictions;
    }
}
