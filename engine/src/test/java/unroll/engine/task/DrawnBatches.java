package unroll.engine.task;

import java.util.function.DoubleBinaryOperator;
import unroll.engine.baseline.Baseline;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;

/** Batches drawn for tests: sequence b is stream b of the seed. */
final class DrawnBatches {
    private DrawnBatches() {}

    static Batch train(Task task, int sequences, long seed) {
        return task.draw(Split.TRAIN, seed, Purpose.TRAINING_DATA, 0, sequences);
    }

    static Batch test(Task task, int sequences, long seed) {
        return task.draw(Split.TEST, seed, Purpose.TEST_DATA, 0, sequences);
    }

    /** Predictions of a baseline fit to one batch, on another. */
    static double[] predictions(Baseline baseline, Batch training, Batch test) {
        baseline.fit(training);
        return baseline.predict(test);
    }

    /** A mean over sequences with its standard error, estimated from their spread. */
    record Estimate(double mean, double deviation, int count) {
        double error() {
            return deviation / Math.sqrt(count);
        }
    }

    /** The error per counted step of each sequence, averaged over sequences. */
    static Estimate estimate(Batch batch, double[] predictions, DoubleBinaryOperator error) {
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            double one = perStep(batch, predictions, error, b);
            sum += one;
            squares += one * one;
        }
        int count = batch.sequences();
        double mean = sum / count;
        return new Estimate(mean, Math.sqrt((squares / count - mean * mean) * count / (count - 1)), count);
    }

    private static double perStep(Batch batch, double[] predictions, DoubleBinaryOperator error, int b) {
        double sum = 0;
        double weights = 0;
        for (int t = 0; t < batch.steps(); t++) {
            double weight = batch.weight()[batch.weightAt(t, b)];
            weights += weight;
            for (int o = 0; o < batch.outputs(); o++) {
                int at = batch.targetAt(t, b) + o;
                sum += weight * error.applyAsDouble(predictions[at], batch.target()[at]);
            }
        }
        return sum / weights;
    }
}
