package unroll.engine.task;

import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

/** The percentage of sequences that are wrong: those with a step that counts at which the answer is (thesis sec. 4.4). */
final class SequencesWrong {
    private SequencesWrong() {}

    /**
     * The percentage.
     *
     * @param predictions {@code [T][B][O]}, values of the output units that {@code loss} judges
     * @param from the first step that is looked at
     */
    static double of(Batch batch, double[] predictions, Loss loss, int from) {
        int wrong = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            wrong += right(batch, predictions, loss, from, b) ? 0 : 1;
        }
        return 100.0 * wrong / batch.sequences();
    }

    /** The percentage of steps that are wrong, of those that count, from step {@code from} on, in all sequences. */
    static double steps(Batch batch, double[] predictions, Loss loss, int from) {
        int wrong = 0;
        int counted = 0;
        for (int t = from; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                if (batch.weight()[batch.weightAt(t, b)] != 0) {
                    wrong += right(batch, predictions, loss, batch.targetAt(t, b)) ? 0 : 1;
                    counted++;
                }
            }
        }
        return 100.0 * wrong / counted;
    }

    private static boolean right(Batch batch, double[] predictions, Loss loss, int from, int b) {
        for (int t = from; t < batch.steps(); t++) {
            if (batch.weight()[batch.weightAt(t, b)] != 0 && !right(batch, predictions, loss, batch.targetAt(t, b))) {
                return false;
            }
        }
        return true;
    }

    private static boolean right(Batch batch, double[] predictions, Loss loss, int at) {
        return loss.right(predictions, batch.target(), at, at + batch.outputs());
    }
}
