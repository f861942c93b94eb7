package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.loss.CrossEntropy;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

/** Reversal and copy. */
class RecitationTest {
    private static final int SEQUENCES = 5000;

    /** Which of the numbers is the 1 among zeros; -1 where all are 0. */
    private static int symbol(double[] numbers, int at, int width) {
        int found = -1;
        for (int i = 0; i < width; i++) {
            double value = numbers[at + i];
            assertThat(value == 0 || value == 1 && found < 0).isTrue();
            found = value == 1 ? i : found;
        }
        return found;
    }

    /** The input and what is written and counts in a sequence, one letter a step: "-ba#ab" for a silent step, b, a, the mark, a, b. */
    private record Sequence(String input, String written) {
        static Sequence of(Batch batch, int b) {
            StringBuilder input = new StringBuilder();
            StringBuilder written = new StringBuilder();
            int width = batch.inputs();
            for (int t = 0; t < batch.steps(); t++) {
                int target = symbol(batch.target(), batch.targetAt(t, b), width);
                input.append(letter(symbol(batch.input(), batch.inputAt(t, b), width), width));
                written.append(letter(target, width));
                assertThat(batch.weight()[batch.weightAt(t, b)]).isEqualTo(target < 0 ? 0 : 1);
            }
            return new Sequence(input.toString(), written.toString());
        }

        private static char letter(int symbol, int width) {
            return symbol < 0 ? '-' : symbol == width - 1 ? '#' : (char) ('a' + symbol);
        }
    }

    @ParameterizedTest(name = "{0} symbols, length {1}")
    @CsvSource({"2,1", "3,8", "26,5", "5,20"})
    void every_sequence_is_a_string_a_mark_and_the_string_backwards(int symbols, int length) {
        Task task = new Reversal(symbols, length).open();
        assertThat(task.steps()).isEqualTo(2 * length + 1);
        assertThat(task.inputs()).isEqualTo(symbols + 1).isEqualTo(task.outputs());
        Batch batch = DrawnBatches.train(task, 300, length);
        for (int b = 0; b < 300; b++) {
            Sequence sequence = Sequence.of(batch, b);
            String string = sequence.input.substring(0, length).replace("-", "");
            String silence = "-".repeat(length - string.length());
            String backwards = new StringBuilder(string).reverse().toString();
            assertThat(string).isNotEmpty().doesNotContain("#");
            assertThat(sequence.input).isEqualTo(silence + string + "#" + backwards + silence);
            assertThat(sequence.written).isEqualTo("-".repeat(length) + backwards + "#" + silence);
        }
    }

    @ParameterizedTest(name = "{0} symbols, length {1}")
    @CsvSource({"2,1", "3,8", "26,5", "5,20"})
    void a_copy_is_written_as_it_was_read(int symbols, int length) {
        Batch batch = DrawnBatches.train(new Copy(symbols, length).open(), 300, length);
        int palindromes = 0;
        for (int b = 0; b < 300; b++) {
            Sequence sequence = Sequence.of(batch, b);
            String string = sequence.input.substring(0, length).replace("-", "");
            String silence = "-".repeat(length - string.length());
            assertThat(sequence.input).isEqualTo(silence + string + "#" + string + silence);
            assertThat(sequence.written).isEqualTo("-".repeat(length) + string + "#" + silence);
            palindromes += new StringBuilder(string).reverse().toString().equals(string) ? 1 : 0;
        }
        assertThat(palindromes == 300)
                .as("a copy is no reversal unless there is one symbol")
                .isEqualTo(length == 1);
    }

    /**
     * Strings of l symbols, l of 1..n, cost l ln K for the symbols; that the string is over, or is not, at each answer but the
     * first costs together ln n.
     */
    @ParameterizedTest(name = "{0} symbols, length {1}")
    @CsvSource({"2,1", "3,8", "7,20"})
    void guessing_scores_the_chance_level(int symbols, int length) {
        for (Task task : List.of(new Reversal(symbols, length).open(), new Copy(symbols, length).open())) {
            Batch test = DrawnBatches.test(task, SEQUENCES, 3);
            double[] guess = task.baselines().getFirst().predict(test);
            double symbolsSaid = Arrays.stream(test.weight()).sum() / SEQUENCES - 1;
            double nats = CountedSteps.sum(test, guess, CrossEntropy::ofClass) / SEQUENCES;
            assertThat(nats).isCloseTo(symbolsSaid * Math.log(symbols) + Math.log(length), within(1e-10));
            double error = Math.sqrt((length * length - 1) / 12.0 / SEQUENCES);
            assertThat(symbolsSaid).isCloseTo((length + 1) / 2.0, within(4 * error + 1e-12));
        }
    }

    /** Within 4 binomial standard errors. */
    @Test
    void lengths_and_symbols_are_equally_frequent() {
        Batch batch = DrawnBatches.train(new Reversal(3, 4).open(), SEQUENCES, 2);
        int[] lengths = new int[5];
        int[] symbols = new int[3];
        int all = 0;
        for (int b = 0; b < SEQUENCES; b++) {
            String string = Sequence.of(batch, b).input.substring(0, 4).replace("-", "");
            lengths[string.length()]++;
            string.chars().forEach(letter -> symbols[letter - 'a']++);
            all += string.length();
        }
        for (int l = 1; l <= 4; l++) {
            double error = Math.sqrt(0.25 * 0.75 / SEQUENCES);
            assertThat((double) lengths[l] / SEQUENCES).isCloseTo(0.25, within(4 * error));
        }
        for (int count : symbols) {
            double error = Math.sqrt(2 / 9.0 / all);
            assertThat((double) count / all).isCloseTo(1 / 3.0, within(4 * error));
        }
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void a_string_is_wrong_where_one_of_its_symbols_is_not_the_most_probable() {
        Task task = new Reversal(3, 6).open();
        Batch batch = DrawnBatches.test(task, 50, 1);
        double[] right = batch.target().clone();
        assertThat(score(task, 1, batch, right)).isZero();
        for (int b = 0; b < 20; b++) {
            int at = batch.targetAt(6 + b % 2, b); // the first or second answer; every string has two, with the mark
            int written = symbol(batch.target(), at, 4);
            right[at + written] = b % 3 == 0 ? Double.NaN : 0.4;
            right[at + (written + 1) % 4] = 0.5;
        }
        right[batch.targetAt(2, 40) + 1] = 99; // does not count
        assertThat(score(task, 1, batch, right)).isEqualTo(40);
        assertThat(task.floor(batch)).isZero();
    }

    @Test
    void the_headline_is_the_mean_of_minus_the_logarithm_of_the_right_answers_probability() {
        Task task = new Reversal(2, 3).open();
        Batch batch = DrawnBatches.test(task, 40, 1);
        double[] predictions = new double[batch.target().length];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = 0.1 + (i % 7) / 10.0;
            sum -= batch.target()[i] * Math.log(predictions[i]);
            count += batch.target()[i] > 0 ? 1 : 0;
        }
        assertThat(score(task, 0, batch, predictions)).isCloseTo(sum / count, within(1e-13));
    }

    @Test
    void is_solved_where_fewer_than_one_string_in_a_hundred_is_wrong() {
        Task task = new Reversal(3, 8).open();
        assertThat(task.solved(new double[] {0.001, 0.9})).isTrue();
        assertThat(task.solved(new double[] {0, 1})).isFalse();
        assertThat(task.solved(new double[] {0, Double.NaN})).isFalse();
        assertThat(task.loss()).isEqualTo(Loss.SOFTMAX);
        assertThat(((Appearance.Classes) task.appearance()).outputs()).containsExactly("a", "b", "c", "mark");
    }

    @ParameterizedTest(name = "{0} symbols, length {1}")
    @CsvSource({"1,5", "27,5", "3,0"})
    void strings_that_cannot_be_are_refused(int symbols, int length) {
        assertThatThrownBy(() -> new Reversal(symbols, length)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Copy(symbols, length)).isInstanceOf(SettingsException.class);
    }
}
