package unroll.engine.baseline;

import unroll.engine.loss.Loss;

/** Brings predictions to values that the output units of a loss could have. */
final class OutputRange {
    /** Logistic units never reach 0 or 1: a prediction of exactly 0 or 1 could cost infinitely much. */
    private static final double LEAST = 1e-6;

    private OutputRange() {}

    /** Changes {@code predictions [steps][outputs]}: nothing for linear units, else into [1e-6, 1 - 1e-6]. */
    static double[] enforce(Loss loss, double[] predictions, int outputs) {
        if (loss == Loss.SQUARED) {
            return predictions;
        }
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = Math.clamp(predictions[i], LEAST, 1 - LEAST);
        }
        if (loss == Loss.SOFTMAX) {
            for (int at = 0; at < predictions.length; at += outputs) {
                normalise(predictions, at, outputs);
            }
        }
        return predictions;
    }

    /** Makes the outputs of one step sum to 1, as softmax units do. */
    private static void normalise(double[] predictions, int at, int outputs) {
        double sum = 0;
        for (int o = at; o < at + outputs; o++) {
            sum += predictions[o];
        }
        for (int o = at; o < at + outputs; o++) {
            predictions[o] /= sum;
        }
    }
}
