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

class PermutationTest {
    private static final int SEQUENCES = 4000;

    /** The code of the symbol that a step's target is; -1 where it is not a single one. */
    private static int next(Batch batch, int t, int b) {
        int next = -1;
        double sum = 0;
        for (int o = 0; o < batch.outputs(); o++) {
            double target = batch.target()[batch.targetAt(t, b) + o];
            sum += target;
            next = target == 1 ? o : next;
        }
        return sum == 1 ? next : -1;
    }

    private static int read(Batch batch, int t, int b) {
        return (int) batch.input()[batch.inputAt(t, b)];
    }

    /** How many targets are not what the rule of the thesis makes of the inputs alone. */
    private static int surprises(Batch batch) {
        int surprises = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                boolean last = t == batch.steps() - 1;
                surprises += next(batch, t, b) == read(batch, last ? 0 : t + 1, b) ? 0 : 1;
            }
        }
        return surprises;
    }

    @ParameterizedTest(name = "T = {0}, {1} symbols")
    @CsvSource({"2,3", "7,12", "50,100"})
    void everyTargetIsTheNextSymbolAndTheLastIsTheFirst(int length, int symbols) {
        Task task = new Permutation(length, symbols).open();
        assertThat(task.steps()).isEqualTo(length);
        assertThat(task.inputs()).isEqualTo(symbols).isEqualTo(task.outputs());
        Batch batch = DrawnBatches.train(task, 200, length);
        assertThat(surprises(batch)).isZero();
        assertThat(batch.weight()).containsOnly(1);
        batch.input()[batch.inputAt(0, 5)] = 1 - read(batch, 0, 5);
        assertThat(surprises(batch)).as("planted: another beginning").isEqualTo(1);
    }

    @Test
    void endsAreOfTwoSymbolsAndAllBetweenOfTheOthers() {
        Batch batch = DrawnBatches.train(new Permutation(12, 100).open(), SEQUENCES, 1);
        Frequencies ends = new Frequencies();
        Frequencies between = new Frequencies();
        for (int b = 0; b < SEQUENCES; b++) {
            ends.add(read(batch, 0, b));
            for (int t = 1; t < 12; t++) {
                between.add(read(batch, t, b));
            }
        }
        ends.assertUniform(0, 1);
        between.assertUniform(2, 99);
    }

    /** (T - 1) ln(K - 2) + ln 2 for each sequence, of which only ln 2 can be learned. */
    @ParameterizedTest(name = "T = {0}, {1} symbols")
    @CsvSource({"2,4", "9,12", "30,100"})
    void guessingScoresTheChanceLevel(int length, int symbols) {
        Task task = new Permutation(length, symbols).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, 2);
        double[] guess = task.baselines().getFirst().predict(test);
        double nats = CountedSteps.sum(test, guess, CrossEntropy::ofClass) / SEQUENCES;
        double expected = (length - 1) * Math.log(symbols - 2) + Math.log(2);
        assertThat(nats).isCloseTo(expected, within(1e-10 * expected));
        assertThat(nats - task.floor(test)).isCloseTo(Math.log(2), within(1e-10 * expected));
        assertThat(score(task, 0, test, guess)).isCloseTo(Math.log(2) / length, within(1e-12 * symbols));
        double error = 100 * Math.sqrt(0.25 / SEQUENCES);
        assertThat(score(task, 1, test, guess)).isCloseTo(50, within(4 * error));
    }

    /** Who knows the first symbol and that the others are random has a headline of 0 and no sequence wrong. */
    @Test
    void whoeverKnowsAllThatCanBeKnownScoresNothing() {
        Task task = new Permutation(9, 20).open();
        Batch test = DrawnBatches.test(task, 300, 3);
        double[] best = task.baselines().getFirst().predict(test);
        for (int b = 0; b < 300; b++) {
            System.arraycopy(test.target(), test.targetAt(8, b), best, test.targetAt(8, b), 20);
        }
        assertThat(score(task, 0, test, best)).isCloseTo(0, within(1e-12));
        assertThat(score(task, 1, test, best)).isZero();
        best[test.targetAt(8, 0) + 2] = 2;
        assertThat(score(task, 1, test, best)).as("planted: one last symbol").isEqualTo(100 / 300.0);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void everySymbolHasACharacterOfItsOwn() {
        Appearance.Characters text =
                (Appearance.Characters) new Permutation(9, 100).open().appearance();
        assertThat(text.alphabet()).hasSize(100).doesNotHaveDuplicates();
        assertThat(text.alphabet()).allMatch(Character::isLetterOrDigit);
        assertThat(((Appearance.Characters) new Permutation(9, 3).open().appearance()).alphabet())
                .containsExactly((int) 'X', (int) 'Y', (int) '0');
    }

    @ParameterizedTest(name = "T = {0}, {1} symbols")
    @CsvSource({"1,100", "5,2", "5,101"})
    void whatIsNoPermutationIsRefused(int length, int symbols) {
        assertThatThrownBy(() -> new Permutation(length, symbols)).isInstanceOf(SettingsException.class);
    }
}
