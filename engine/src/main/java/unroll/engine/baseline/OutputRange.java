package unroll.engine.baseline;

import unroll.engine.loss.Loss;

/** Brings predictions to values that the output units of a loss could have. */
final class OutputRange {
    private OutputRange() {}

    /** Changes {@code predictions [steps][outputs]}. */
    static double[] enforce(Loss loss, double[] predictions, int outputs) {
        for (int at = 0; at < predictions.length; at += outputs) {
            loss.confine(predictions, at, at + outputs);
        }
        return predictions;
    }
}
