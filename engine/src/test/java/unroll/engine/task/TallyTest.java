package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

/** Parity, the running sum and the larger total. */
class TallyTest {
    private static final int SEQUENCES = 4000;

    /** How many targets are not the answer to all that was read up to their step, worked out anew for each. */
    private static int disagreements(Batch batch, ToDoubleFunction<List<double[]>> answer) {
        int disagreements = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            List<double[]> read = new ArrayList<>();
            for (int t = 0; t < batch.steps(); t++) {
                double[] row = new double[batch.inputs()];
                System.arraycopy(batch.input(), batch.inputAt(t, b), row, 0, row.length);
                read.add(row);
                double target = batch.target()[batch.targetAt(t, b)];
                // a sum of up to 137 numbers of at most 1, in the same order
                disagreements += Math.abs(answer.applyAsDouble(read) - target) < 1e-13 ? 0 : 1;
            }
        }
        return disagreements;
    }

    private static double odd(List<double[]> read) {
        return read.stream().filter(row -> row[0] == 1).count() % 2;
    }

    private static double sum(List<double[]> read, int input) {
        double sum = 0;
        for (double[] row : read) {
            sum += row[input];
        }
        return sum;
    }

    private static double larger(List<double[]> read) {
        return sum(read, 0) > sum(read, 1) ? 1 : 0;
    }

    @ParameterizedTest(name = "T = {0}")
    @ValueSource(ints = {1, 2, 20, 137})
    void everyTargetIsTheTallyOfWhatWasHeardUpToItsStep(int length) {
        Batch parity = DrawnBatches.train(new Parity(length).open(), 40, 1);
        Batch sum = DrawnBatches.train(new RunningSum(length).open(), 40, 1);
        Batch larger = DrawnBatches.train(new LargerTotal(length).open(), 40, 1);
        assertThat(disagreements(parity, TallyTest::odd)).isZero();
        assertThat(disagreements(sum, read -> sum(read, 0))).isZero();
        assertThat(disagreements(larger, TallyTest::larger)).isZero();
        for (Batch batch : List.of(parity, sum, larger)) {
            assertThat(batch.steps()).isEqualTo(length);
            assertThat(batch.weight()).containsOnly(1);
        }
        parity.input()[parity.inputAt(0, 3)] = 1 - parity.input()[parity.inputAt(0, 3)];
        assertThat(disagreements(parity, TallyTest::odd))
                .as("planted: another bit")
                .isEqualTo(length);
        sum.target()[sum.targetAt(length - 1, 3)] += 1e-6;
        assertThat(disagreements(sum, read -> sum(read, 0))).as("planted").isEqualTo(1);
        larger.target()[larger.targetAt(0, 3)] = 1 - larger.target()[larger.targetAt(0, 3)];
        assertThat(disagreements(larger, TallyTest::larger)).as("planted").isEqualTo(1);
    }

    /** The sum of the lecture's picture: 2, -0.5, 1 and 1 make 2, 1.5, 2.5 and 3.5. */
    @Test
    void theSumOfTheLectureIsItsOwn() {
        double kept = 0;
        double[] numbers = {2, -0.5, 1, 1};
        double[] sums = {2, 1.5, 2.5, 3.5};
        for (int t = 0; t < 4; t++) {
            kept = Tally.SUM.after(kept, 0, numbers[t]);
            assertThat(Tally.SUM.answer(kept)).isEqualTo(sums[t]);
        }
    }

    /** The bits of the lecture's picture: 0 1 0 1 1 0 have the parities 0 1 1 0 1 1. */
    @Test
    void theParityOfTheLectureIsItsOwn() {
        double kept = 0;
        int[] bits = {0, 1, 0, 1, 1, 0};
        int[] parities = {0, 1, 1, 0, 1, 1};
        for (int t = 0; t < 6; t++) {
            kept = Tally.PARITY.after(kept, 0, bits[t]);
            assertThat(Tally.PARITY.answer(kept)).isEqualTo(parities[t]);
        }
    }

    /** The lecture's totals: 2 against -2, then 2 against 1.5, then 3 against 3.7. */
    @Test
    void theLargerTotalOfTheLectureIsItsOwn() {
        double kept = 0;
        double[][] pairs = {{2, -2}, {0, 3.5}, {1, 2.2}};
        int[] larger = {1, 1, 0};
        for (int t = 0; t < 3; t++) {
            kept = Tally.LARGER.after(kept, 0, pairs[t][0]);
            kept = Tally.LARGER.after(kept, 1, pairs[t][1]);
            assertThat(Tally.LARGER.answer(kept)).isEqualTo(larger[t]);
        }
    }

    /** Bits and comparisons are fair at every step, whatever came before: ln 2, and all T right once in 2^T for bits. */
    @Test
    void guessingABitCostsLnTwo() {
        for (TaskSettings settings : List.of(new Parity(4), new LargerTotal(4))) {
            Task task = settings.open();
            Batch test = DrawnBatches.test(task, SEQUENCES, 1);
            double[] guess = task.baselines().getFirst().predict(test);
            assertThat(score(task, 0, test, guess)).isCloseTo(Math.log(2), within(1e-12));
            for (int t = 0; t < 4; t++) {
                Frequencies targets = new Frequencies();
                for (int b = 0; b < SEQUENCES; b++) {
                    targets.add((int) test.target()[test.targetAt(t, b)]);
                }
                targets.assertUniform(0, 1);
            }
        }
        Task parity = new Parity(4).open();
        Batch test = DrawnBatches.test(parity, SEQUENCES, 2);
        double error = 100 * Math.sqrt(15 / 256.0 / SEQUENCES);
        assertThat(score(parity, 1, test, parity.baselines().getFirst().predict(test)))
                .isCloseTo(100 * 15 / 16.0, within(4 * error));
    }

    /** A sum of t numbers from U[-1, 1] has the variance t / 3: half of it, on average over t = 1..T, is (T + 1) / 12. */
    @ParameterizedTest(name = "T = {0}")
    @ValueSource(ints = {1, 10, 33})
    void guessingNothingCostsHalfTheVarianceOfTheSum(int length) {
        Task task = new RunningSum(length).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, 1);
        double[] guess = task.baselines().getFirst().predict(test);
        DrawnBatches.Estimate estimate = DrawnBatches.estimate(test, guess, CountedSteps::halfSquare);
        assertThat(score(task, 0, test, guess)).isCloseTo((length + 1) / 12.0, within(4 * estimate.error()));
        assertThat(4 * estimate.error()).as("tight enough").isLessThan(0.1 * (length + 1) / 12.0);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void noStepAtAllIsRefused() {
        assertThatThrownBy(() -> new Parity(0)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new RunningSum(0)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new LargerTotal(0)).isInstanceOf(SettingsException.class);
    }
}
