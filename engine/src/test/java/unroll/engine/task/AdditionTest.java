package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.baseline.Baseline;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

class AdditionTest {
    private static final int SEQUENCES = 20_000;

    /** One sequence: T' and the marked positions, counted from 1. */
    private record MarkedSequence(int end, int first, int second) {
        static MarkedSequence of(Batch batch, int b) {
            int[] counted = steps(batch, t -> batch.weight()[batch.weightAt(t, b)]);
            int[] marked = steps(batch, t -> batch.input()[batch.inputAt(t, b) + 1]);
            assertThat(counted).hasSize(1);
            assertThat(marked).hasSize(2);
            return new MarkedSequence(counted[0], marked[0], marked[1]);
        }

        private static int[] steps(Batch batch, IntToDoubleFunction flag) {
            int[] steps = IntStream.range(0, batch.steps())
                    .filter(t -> flag.applyAsDouble(t) != 0)
                    .toArray();
            for (int t : steps) {
                assertThat(flag.applyAsDouble(t)).isEqualTo(1);
            }
            return Arrays.stream(steps).map(t -> t + 1).toArray();
        }
    }

    @ParameterizedTest(name = "T = {0}")
    @ValueSource(ints = {10, 11, 19, 50, 137})
    void everySequenceIsAProblemOfTheThesis(int length) {
        Task task = new Addition(length).open();
        assertThat(task.steps()).isEqualTo(11 * length / 10);
        Batch batch = DrawnBatches.train(task, 500, length);
        for (int b = 0; b < 500; b++) {
            MarkedSequence problem = MarkedSequence.of(batch, b);
            assertThat(problem.end()).isBetween(length, 11 * length / 10);
            assertThat(problem.first()).isBetween(1, problem.end() / 10);
            assertThat(problem.second()).isBetween(problem.end() / 10, problem.end() / 2);
            double sum = number(batch, problem.first(), b) + number(batch, problem.second(), b);
            assertThat(batch.target()[batch.targetAt(problem.end() - 1, b)]).isEqualTo(sum / 2);
            for (int t = 1; t <= batch.steps(); t++) {
                assertThat(number(batch, t, b)).isBetween(0.0, 1.0);
                assertThat(number(batch, t, b) != 0).as("step %d", t).isEqualTo(t <= problem.end());
                assertThat(t == problem.end() || batch.target()[batch.targetAt(t - 1, b)] == 0)
                        .isTrue();
            }
        }
    }

    private static double number(Batch batch, int position, int b) {
        return batch.input()[batch.inputAt(position - 1, b)];
    }

    /** For T' = 10 and 11: I is 1; J is one of 1..5 but drawn again where it is 1. */
    @Test
    void positionsAndLengthsAreEquallyFrequent() {
        Batch batch = DrawnBatches.train(new Addition(10).open(), SEQUENCES, 1);
        int[] ends = new int[12];
        int[] seconds = new int[6];
        for (int b = 0; b < SEQUENCES; b++) {
            MarkedSequence problem = MarkedSequence.of(batch, b);
            ends[problem.end()]++;
            seconds[problem.second()]++;
        }
        assertFrequency(ends[10], 0.5);
        assertFrequency(ends[11], 0.5);
        assertThat(seconds[1]).isZero();
        for (int j = 2; j <= 5; j++) {
            assertFrequency(seconds[j], 0.25);
        }
    }

    /** Within 4 binomial standard errors; a fifth of all, as without drawing again, would not be. */
    private static void assertFrequency(int count, double p) {
        double error = Math.sqrt(p * (1 - p) / SEQUENCES);
        assertThat((double) count / SEQUENCES).isCloseTo(p, within(4 * error));
        assertThat(4 * error).isLessThan(0.05);
    }

    /**
     * The target (a + b) / 2 has the triangular density on 0..1, x = target - 1/2: E x^2 = 1/24, E x^4 = 1/240, P(|x| >
     * .04) = (1 - .08)^2.
     */
    @ParameterizedTest(name = "T = {0}, seed {1}")
    @CsvSource({"10, 1", "50, 2"})
    void guessingTheMeanScoresTheChanceLevel(int length, long seed) {
        Task task = new Addition(length).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, seed);
        Baseline chance = task.baselines().getFirst();
        assertThat(chance.name()).isEqualTo("chance");
        double[] predictions = DrawnBatches.predictions(chance, DrawnBatches.train(task, SEQUENCES, seed), test);
        double lossError = Math.sqrt((1 / 240.0 - 1 / 576.0) / 4 / SEQUENCES);
        assertThat(score(task, 0, test, predictions)).isCloseTo(1 / 48.0, within(4 * lossError));
        double wrongError = 100 * Math.sqrt(0.8464 * (1 - 0.8464) / SEQUENCES);
        assertThat(score(task, 1, test, predictions)).isCloseTo(84.64, within(4 * wrongError));
        double[] shifted = Arrays.stream(predictions).map(p -> p + 0.1).toArray();
        assertThat(score(task, 0, test, shifted)).as("negative control").isGreaterThan(1 / 48.0 + 4 * lossError);
        assertThat(score(task, 1, test, shifted)).isGreaterThan(84.64 + 2 * wrongError);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void onlyTheLastStepIsJudgedAndAnAnswerWithinFourHundredthsIsRight() {
        Task task = new Addition(20).open();
        Batch batch = DrawnBatches.test(task, 40, 1);
        double[] answers = new double[batch.target().length];
        Arrays.fill(answers, 99);
        for (int b = 0; b < 40; b++) {
            int at = batch.targetAt(MarkedSequence.of(batch, b).end() - 1, b);
            answers[at] = batch.target()[at] + (b < 30 ? 0.0399 : b < 39 ? -0.0401 : Double.NaN);
        }
        assertThat(score(task, 1, batch, answers)).isEqualTo(25);
        assertThat(task.floor(batch)).isZero();
    }

    @Test
    void isSolvedWhereFewerThanOneInAHundredIsWrong() {
        Task task = new Addition(20).open();
        assertThat(task.solved(new double[] {0.001, 0.99})).isTrue();
        assertThat(task.solved(new double[] {0, 1})).isFalse();
        assertThat(task.solved(new double[] {0, Double.NaN})).isFalse();
        assertThat(task.successRule()).isEqualTo("fewer than 1 % of sequences wrong");
        assertThat(task.loss()).isEqualTo(Loss.SQUARED);
        assertThat(task.appearance()).isInstanceOf(Appearance.NamedNumbers.class);
    }

    @Test
    void aLengthWithoutRoomForTwoMarksIsRefused() {
        assertThatThrownBy(() -> new Addition(9)).isInstanceOf(SettingsException.class);
    }
}
