package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;

class SequencesWrongTest {
    /** One step with one output. */
    private static double wrong(Loss loss, double prediction, double target) {
        Batch batch = new Batch(1, 1, 1, 1);
        batch.target()[0] = target;
        batch.weight()[0] = 1;
        return SequencesWrong.of(batch, new double[] {prediction}, loss, 0);
    }

    @ParameterizedTest(name = "{0}: {1} for {2} is {3} % wrong")
    @CsvSource({
        "SQUARED, 1.0399, 1, 0", "SQUARED, 1.0401, 1, 100", "SQUARED, -0.0401, 0, 100", "SQUARED, NaN, 0, 100",
        "LOGISTIC, 0.501, 1, 0", "LOGISTIC, 0.499, 1, 100", "LOGISTIC, 0.499, 0, 0", "LOGISTIC, 0.501, 0, 100",
        "LOGISTIC, 0.5, 1, 100", "LOGISTIC, 0.5, 0, 0", "LOGISTIC, NaN, 0, 100", "LOGISTIC, NaN, 1, 100"
    })
    void numbersAreRightWithinTheToleranceAndBitsOnTheirSideOfAHalf(
            Loss loss, double prediction, double target, double expected) {
        assertThat(wrong(loss, prediction, target)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, {1}, {2} is symbol {3}")
    @CsvSource({
        "0.2, 0.5, 0.3, 1",
        "0.5, 0.2, 0.3, 0",
        "0.1, 0.2, 0.7, 2",
        "0.4, 0.2, 0.4, 0",
        "0.3, 0.35, 0.35, 1",
        "0.25, 0.25, 0.25, 0",
        "NaN, 0.9, 0.1, -1",
        "0.9, 0.1, NaN, -1"
    })
    void thePredictedSymbolIsTheFirstOfTheMostProbable(double p0, double p1, double p2, int predicted) {
        Batch batch = new Batch(1, 3, 1, 3);
        double[] predictions = new double[9];
        for (int b = 0; b < 3; b++) {
            batch.target()[batch.targetAt(0, b) + b] = 1;
            batch.weight()[b] = 1;
            System.arraycopy(new double[] {p0, p1, p2}, 0, predictions, 3 * b, 3);
        }
        assertThat(SequencesWrong.of(batch, predictions, Loss.SOFTMAX, 0)).isEqualTo(predicted < 0 ? 100 : 200 / 3.0);
        for (int b = 0; b < 3; b++) {
            batch.weight()[b] = b == predicted ? 1 : 0;
        }
        assertThat(SequencesWrong.of(batch, predictions, Loss.SOFTMAX, 0))
                .as("only the sequence with this target counts")
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Loss.class)
    void aSequenceIsWrongOnceHoweverManyOfItsStepsAre(Loss loss) {
        Batch batch = new Batch(6, 4, 1, 2);
        for (int t = 0; t < 6; t++) {
            for (int b = 0; b < 4; b++) {
                batch.target()[batch.targetAt(t, b) + (t + b) % 2] = 1;
                batch.weight()[batch.weightAt(t, b)] = t == 3 ? 0 : 0.5;
            }
        }
        double[] predictions = batch.target().clone();
        assertThat(SequencesWrong.of(batch, predictions, loss, 0)).isZero();
        swap(predictions, batch.targetAt(3, 0));
        assertThat(SequencesWrong.of(batch, predictions, loss, 0))
                .as("does not count")
                .isZero();
        for (int t : new int[] {0, 1, 5}) {
            swap(predictions, batch.targetAt(t, 1));
        }
        swap(predictions, batch.targetAt(4, 3));
        assertThat(SequencesWrong.of(batch, predictions, loss, 0)).isEqualTo(50);
        assertThat(SequencesWrong.of(batch, predictions, loss, 4)).isEqualTo(50);
        assertThat(SequencesWrong.of(batch, predictions, loss, 5)).isEqualTo(25);
    }

    private static void swap(double[] numbers, int at) {
        double first = numbers[at];
        numbers[at] = numbers[at + 1];
        numbers[at + 1] = first;
    }

    @Test
    void aPuzzleIsSolvedBelowOnePercent() {
        Task task = new Parity(3).open();
        assertThat(task.solved(new double[] {1, 0.99})).isTrue();
        assertThat(task.solved(new double[] {0, 1})).isFalse();
        assertThat(task.solved(new double[] {0, Double.NaN})).isFalse();
        assertThat(task.successRule()).isEqualTo("fewer than 1 % of sequences wrong");
    }
}
