package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class BinaryAdditionTest {
    private static final int SEQUENCES = 10_000;

    /** The number whose digits one input reads. */
    private static BigInteger read(Batch batch, int input, int b) {
        BigInteger number = BigInteger.ZERO;
        for (int t = 0; t < batch.steps(); t++) {
            double digit = batch.input()[batch.inputAt(t, b) + input];
            number = digit == 1 ? number.setBit(t) : number;
        }
        return number;
    }

    /** The number whose digits are the targets that count, from step {@code delay} on. */
    private static BigInteger written(Batch batch, int delay, int b) {
        BigInteger number = BigInteger.ZERO;
        for (int t = 0; t < batch.steps(); t++) {
            assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(t < delay ? 0 : 1);
            double digit = batch.target()[batch.targetAt(t, b)];
            assertThat(digit == 0 || digit == 1 && t >= delay).isTrue();
            number = digit == 1 ? number.setBit(t - delay) : number;
        }
        return number;
    }

    @ParameterizedTest(name = "{0} digits, {1} steps later")
    @CsvSource({"1,2", "8,2", "8,0", "5,1", "100,2", "70,9"})
    void theTargetsAreTheDigitsOfTheSum(int digits, int delay) {
        Task task = new BinaryAddition(digits, delay).open();
        assertThat(task.steps()).isEqualTo(digits + 1 + delay);
        Batch batch = DrawnBatches.train(task, 300, digits);
        for (int b = 0; b < 300; b++) {
            BigInteger first = read(batch, 0, b);
            assertThat(first.bitLength()).isLessThanOrEqualTo(digits);
            assertThat(first.add(read(batch, 1, b))).isEqualTo(written(batch, delay, b));
        }
        batch.input()[batch.inputAt(digits - 1, 9)] = 1 - batch.input()[batch.inputAt(digits - 1, 9)];
        assertThat(read(batch, 0, 9).add(read(batch, 1, 9))).as("planted").isNotEqualTo(written(batch, delay, 9));
    }

    @Test
    void allPairsOfNumbersAreEquallyFrequent() {
        Batch batch = DrawnBatches.train(new BinaryAddition(3, 2).open(), SEQUENCES, 1);
        Frequencies pairs = new Frequencies();
        for (int b = 0; b < SEQUENCES; b++) {
            pairs.add(8 * read(batch, 0, b).intValue() + read(batch, 1, b).intValue());
        }
        pairs.assertUniform(0, 63);
    }

    /** Of all pairs of numbers of n digits, (2^n - 1) / 2^(n + 1) have a carry at the end; the other n digits are fair. */
    @ParameterizedTest(name = "{0} digits")
    @ValueSource(ints = {1, 3, 8})
    void guessingScoresTheChanceLevel(int digits) {
        int carries = 0;
        int numbers = 1 << digits;
        for (int pair = 0; pair < numbers * numbers; pair++) {
            carries += pair / numbers + pair % numbers >= numbers ? 1 : 0;
        }
        double p = (double) carries / numbers / numbers;
        Task task = new BinaryAddition(digits, 2).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, 1);
        double[] guess = task.baselines().getFirst().predict(test);
        assertThat(guess[test.targetAt(digits + 2, 5)]).isCloseTo(p, within(1e-15));
        double nats = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
        double spread = Math.sqrt(p * (1 - p)) * Math.abs(Math.log(p / (1 - p)));
        assertThat(score(task, 0, test, guess) * (digits + 1))
                .isCloseTo(digits * Math.log(2) + nats, within(4 * spread / Math.sqrt(SEQUENCES) + 1e-12));
        for (int k = 0; k < digits; k++) {
            Frequencies digit = new Frequencies();
            for (int b = 0; b < SEQUENCES; b++) {
                digit.add((int) test.target()[test.targetAt(k + 2, b)]);
            }
            digit.assertUniform(0, 1);
        }
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void theStepsBeforeTheFirstDigitAreNotJudged() {
        Task task = new BinaryAddition(4, 2).open();
        Batch test = DrawnBatches.test(task, 10, 1);
        double[] answers = test.target().clone();
        answers[test.targetAt(0, 3)] = 1;
        answers[test.targetAt(1, 4)] = 1;
        assertThat(score(task, 1, test, answers)).isZero();
        answers[test.targetAt(2, 5)] = 1 - answers[test.targetAt(2, 5)];
        assertThat(score(task, 1, test, answers)).isEqualTo(10);
    }

    @Test
    void noDigitsAndAnswersBeforeTheQuestionAreRefused() {
        assertThatThrownBy(() -> new BinaryAddition(0, 2)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new BinaryAddition(3, -1)).isInstanceOf(SettingsException.class);
    }
}
