package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class MemorisationTest {
    private static final int SEQUENCES = 10_000;

    /** What is read, one letter a step: a, b, c for the symbols, "." for the pause, "!" for the trigger. */
    private static String read(Batch batch, int symbols, int b) {
        StringBuilder read = new StringBuilder();
        for (int t = 0; t < batch.steps(); t++) {
            read.append(letter((int) batch.input()[batch.inputAt(t, b)], symbols));
        }
        return read.toString();
    }

    /** What is to be written, likewise. */
    private static String written(Batch batch, int symbols, int b) {
        StringBuilder written = new StringBuilder();
        for (int t = 0; t < batch.steps(); t++) {
            int found = -1;
            for (int o = 0; o < batch.outputs(); o++) {
                double target = batch.target()[batch.targetAt(t, b) + o];
                assertThat(target == 0 || target == 1 && found < 0).isTrue();
                found = target == 1 ? o : found;
            }
            written.append(letter(found, symbols));
        }
        return written.toString();
    }

    private static char letter(int code, int symbols) {
        return code < 0 ? '?' : code < symbols ? (char) ('a' + code) : code == symbols ? '.' : '!';
    }

    /** The definition of the thesis with its letters replaced: steps 1 to T + 2 n. */
    @ParameterizedTest(name = "{1} symbols of {0}, T = {2}")
    @CsvSource({"2,5,1", "2,5,30", "5,10,50", "26,3,7", "3,1,2"})
    void theStringIsSaidRightAfterTheTrigger(int symbols, int length, int delay) {
        Task task = new Memorisation(symbols, length, delay).open();
        assertThat(task.steps()).isEqualTo(delay + 2 * length);
        assertThat(task.inputs()).isEqualTo(symbols + 2);
        assertThat(task.outputs()).isEqualTo(symbols + 1);
        assertThat(task.symbols()).isTrue();
        Batch batch = DrawnBatches.train(task, 200, 1);
        for (int b = 0; b < 200; b++) {
            String read = read(batch, symbols, b);
            String string = read.substring(0, length);
            assertThat(string).matches("[a-z]+");
            assertThat(read).isEqualTo(string + ".".repeat(delay - 1) + "!" + ".".repeat(length));
            assertThat(read.charAt(delay + length - 1))
                    .as("v_(T+n), counted from 1")
                    .isEqualTo('!');
            assertThat(written(batch, symbols, b)).isEqualTo(".".repeat(delay + length) + string);
        }
        assertThat(batch.weight()).containsOnly(1);
    }

    /** All 32 strings of 5 bits are learned from and tested on, each as often as the other; the two draw independently. */
    @Test
    void ofFiveBitsThereAreThirtyTwoStringsInEitherSplit() {
        Task task = new Memorisation(2, 5, 10).open();
        Batch training = DrawnBatches.train(task, SEQUENCES, 1);
        Batch test = DrawnBatches.test(task, SEQUENCES, 1);
        Frequencies learned = new Frequencies();
        Frequencies tested = new Frequencies();
        Frequencies both = new Frequencies();
        for (int b = 0; b < SEQUENCES; b++) {
            int one = number(training, b);
            int other = number(test, b);
            learned.add(one);
            tested.add(other);
            both.add(32 * one + other);
        }
        learned.assertUniform(0, 31);
        tested.assertUniform(0, 31);
        both.assertUniform(0, 1023);
        learned.add(32);
        assertThatThrownBy(() -> learned.assertUniform(0, 31)).as("planted").isInstanceOf(AssertionError.class);
    }

    /** The string of 5 bits as a number. */
    private static int number(Batch batch, int b) {
        return Integer.parseInt(
                read(batch, 2, b).substring(0, 5).replace('a', '0').replace('b', '1'), 2);
    }

    /** n ln K for each sequence: 3.4657 for 5 bits, 16.094 for 10 symbols of 5; one guess in K^n is right. */
    @ParameterizedTest(name = "{1} symbols of {0}")
    @CsvSource({"2,5,3.4657", "5,10,16.094", "3,2,2.1972"})
    void guessingScoresTheChanceLevel(int symbols, int length, double printed) {
        Task task = new Memorisation(symbols, length, 12).open();
        Batch test = DrawnBatches.test(task, 5000, 4);
        double[] guess = task.baselines().getFirst().predict(test);
        double nats = CountedSteps.sum(test, guess, CrossEntropy::ofClass) / 5000;
        assertThat(nats).isCloseTo(length * Math.log(symbols), within(1e-10)).isCloseTo(printed, within(1e-3));
        assertThat(score(task, 0, test, guess) * task.steps()).isCloseTo(nats, within(1e-10));
        double right = Math.pow(symbols, -length);
        double error = 100 * Math.sqrt(right * (1 - right) / 5000);
        assertThat(score(task, 1, test, guess)).isCloseTo(100 - 100 * right, within(4 * error + 0.02));
    }

    @Test
    void aSymbolSaidTooEarlyMakesTheSequenceWrong() {
        Task task = new Memorisation(2, 5, 10).open();
        Batch test = DrawnBatches.test(task, 50, 4);
        double[] answers = test.target().clone();
        assertThat(score(task, 1, test, answers)).isZero();
        answers[test.targetAt(14, 3)] = 2; // the step of the trigger, where the pause is to be written
        assertThat(score(task, 1, test, answers)).isEqualTo(2);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @ParameterizedTest(name = "{1} symbols of {0}, T = {2}")
    @CsvSource({"1,5,10", "27,5,10", "2,0,10", "2,5,0"})
    void whatCannotBeMemorisedIsRefused(int symbols, int length, int delay) {
        assertThatThrownBy(() -> new Memorisation(symbols, length, delay)).isInstanceOf(SettingsException.class);
    }
}
