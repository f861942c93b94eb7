package unroll.engine.task;

import java.util.function.DoubleBinaryOperator;
import unroll.engine.sequence.Batch;

/** Sums and means of an error over the time steps of a batch that count, each with its weight. */
final class CountedSteps {
    private CountedSteps() {}

    /** The weighted sum over sequences, steps and outputs of {@code error(prediction, target)}. */
    static double sum(Batch batch, double[] predictions, DoubleBinaryOperator error) {
        double sum = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                double weight = batch.weight()[batch.weightAt(t, b)];
                if (weight != 0) {
                    sum += weight * step(batch, predictions, error, batch.targetAt(t, b));
                }
            }
        }
        return sum;
    }

    private static double step(Batch batch, double[] predictions, DoubleBinaryOperator error, int at) {
        double sum = 0;
        for (int o = at; o < at + batch.outputs(); o++) {
            sum += error.applyAsDouble(predictions[o], batch.target()[o]);
        }
        return sum;
    }

    /** The same sum over the sum of the weights: an error per counted step; not a number where none counts. */
    static double mean(Batch batch, double[] predictions, DoubleBinaryOperator error) {
        double weights = 0;
        for (double weight : batch.weight()) {
            weights += weight;
        }
        return sum(batch, predictions, error) / weights;
    }

    /** {@code (p - y)^2}. */
    static double square(double prediction, double target) {
        return (prediction - target) * (prediction - target);
    }

    /** {@code (p - y)^2 / 2}, the loss of linear units. */
    static double halfSquare(double prediction, double target) {
        return square(prediction, target) / 2;
    }
}
