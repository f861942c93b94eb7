package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.loss.Loss;
import unroll.engine.sequence.Batch;
import unroll.engine.setting.SettingsException;

/** Multiplication and XOR; addition, whose structure they share, has a test of its own. */
class MarkedNumbersTest {
    private static final int SEQUENCES = 20_000;

    /** How many sequences have another target at their last step than the operation on the numbers that are marked. */
    private static int disagreements(Batch batch, DoubleBinaryOperator operation) {
        int disagreements = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            List<Double> marked = new ArrayList<>();
            double answer = Double.NaN;
            for (int t = 0; t < batch.steps(); t++) {
                int at = batch.inputAt(t, b);
                if (batch.input()[at + 1] == 1) {
                    marked.add(batch.input()[at]);
                }
                if (batch.weight()[batch.weightAt(t, b)] == 1) {
                    answer = batch.target()[batch.targetAt(t, b)];
                }
            }
            assertThat(marked).hasSize(2);
            disagreements += operation.applyAsDouble(marked.get(0), marked.get(1)) == answer ? 0 : 1;
        }
        return disagreements;
    }

    @ParameterizedTest(name = "T = {0}")
    @ValueSource(ints = {10, 13, 50, 111})
    void theTargetIsTheOperationOnTheMarkedNumbers(int length) {
        Batch product = DrawnBatches.train(new Multiplication(length).open(), 400, length);
        Batch xor = DrawnBatches.train(new Xor(length).open(), 400, length);
        assertThat(disagreements(product, (a, b) -> a * b)).isZero();
        assertThat(disagreements(xor, (a, b) -> (a + b) % 2)).isZero();
        assertThat(disagreements(product, (a, b) -> (a + b) / 2))
                .as("planted: another operation")
                .isEqualTo(400);
        assertThat(disagreements(xor, (a, b) -> a * b)).isGreaterThan(200);
        product.input()[product.inputAt(markedStep(product, 7), 7)] += 0.5;
        assertThat(disagreements(product, (a, b) -> a * b))
                .as("planted: another number")
                .isEqualTo(1);
    }

    /** The first step of sequence {@code b} that is marked. */
    private static int markedStep(Batch batch, int b) {
        int t = 0;
        while (batch.input()[batch.inputAt(t, b) + 1] == 0) {
            t++;
        }
        return t;
    }

    /** Marks and lengths come from the same numbers of the stream as those of addition, whose test looks at their ranges. */
    @Test
    void placesAndLengthsAreThoseOfAddition() {
        Batch addition = DrawnBatches.train(new Addition(37).open(), 500, 3);
        for (TaskSettings other : List.of(new Multiplication(37), new Xor(37))) {
            Batch batch = DrawnBatches.train(other.open(), 500, 3);
            assertThat(batch.weight()).isEqualTo(addition.weight());
            for (int i = 1; i < batch.input().length; i += 2) {
                assertThat(batch.input()[i]).isEqualTo(addition.input()[i]);
            }
        }
    }

    @Test
    void theNumbersOfXorAreFairBits() {
        Batch batch = DrawnBatches.train(new Xor(50).open(), 500, 4);
        Frequencies bits = new Frequencies();
        for (int b = 0; b < 500; b++) {
            for (int t = 0; t < 50; t++) {
                bits.add((int) batch.input()[batch.inputAt(t, b)]);
            }
        }
        bits.assertUniform(0, 1);
        bits.add(2);
        assertThatThrownBy(() -> bits.assertUniform(0, 1))
                .as("planted: a third value")
                .isInstanceOf(AssertionError.class);
    }

    /**
     * The product z of two numbers from U[0, 1] has the distribution F(z) = z - z ln z, mean 1/4 and E (z - 1/4)^2 = 7/144,
     * E z^3 = 1/16, E z^4 = 1/25.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void guessingAQuarterScoresTheChanceLevelOfTheProduct(long seed) {
        Task task = new Multiplication(20).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, seed);
        double[] guess = task.baselines().getFirst().predict(test);
        double fourth = 1 / 25.0 - 4 / 4.0 / 16 + 6 / 16.0 / 9 - 4 / 64.0 / 4 + 1 / 256.0;
        double lossError = Math.sqrt((fourth - Math.pow(7 / 144.0, 2)) / 4 / SEQUENCES);
        assertThat(score(task, 0, test, guess)).isCloseTo(7 / 288.0, within(4 * lossError));
        double wrong = 1 - (product(0.29) - product(0.21));
        assertThat(wrong).isCloseTo(0.889, within(0.0005));
        double wrongError = 100 * Math.sqrt(wrong * (1 - wrong) / SEQUENCES);
        assertThat(score(task, 1, test, guess)).isCloseTo(100 * wrong, within(4 * wrongError));
        double[] half = Arrays.stream(guess).map(p -> 0.5).toArray();
        assertThat(score(task, 0, test, half)).as("planted: another guess").isGreaterThan(7 / 288.0 + 8 * lossError);
        assertThat(score(task, 1, test, half)).isGreaterThan(100 * wrong + 8 * wrongError);
    }

    /** A constant c is wrong for all products but those in [c - 0.04, c + 0.04]; by F the fewest at c = 0.04: 71.8 %. */
    @ParameterizedTest(name = "T = {0}")
    @ValueSource(ints = {10, 20, 35})
    void noConstantIsWrongLessOftenThanTheBestOne(int length) {
        Task task = new Multiplication(length).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, 3);
        assertThat(task.baselines().getLast().name()).isEqualTo("constant 0.04");
        double[] best = task.baselines().getLast().predict(test);
        double wrong = 1 - product(0.08);
        assertThat(wrong).isCloseTo(0.718, within(0.0005));
        double wrongError = 100 * Math.sqrt(wrong * (1 - wrong) / SEQUENCES);
        assertThat(score(task, 1, test, best)).isCloseTo(100 * wrong, within(4 * wrongError));
        for (double other : new double[] {0, 0.02, 0.07, 0.1, 0.25}) {
            assertThat(score(task, 1, test, Arrays.stream(best).map(p -> other).toArray()))
                    .isGreaterThan(score(task, 1, test, best));
        }
    }

    /** The mean of two numbers is distributed as a triangle: its mean is also where most of it lies. */
    @Test
    void theMeanIsTheBestConstantOfTheSumAndTheOnlyBaseline() {
        assertThat(new Addition(20).open().baselines()).hasSize(1);
        assertThat(new Xor(20).open().baselines()).hasSize(1);
    }

    private static double product(double z) {
        return z - z * Math.log(z);
    }

    /** Every answer costs ln 2, whatever it is; a guess is right half of the time. */
    @Test
    void guessingScoresTheChanceLevelOfXor() {
        Task task = new Xor(20).open();
        Batch test = DrawnBatches.test(task, SEQUENCES, 1);
        double[] guess = task.baselines().getFirst().predict(test);
        assertThat(score(task, 0, test, guess)).isCloseTo(Math.log(2), within(1e-12));
        double error = 100 * Math.sqrt(0.25 / SEQUENCES);
        assertThat(score(task, 1, test, guess)).isCloseTo(50, within(4 * error));
        assertThat(task.loss()).isEqualTo(Loss.LOGISTIC);
    }

    /** What a network could make of one of the two bits: nothing, P(answer = 1 | bit) = 1/2. */
    @Test
    void theFirstMarkedBitAloneTellsNothing() {
        Batch batch = DrawnBatches.train(new Xor(20).open(), SEQUENCES, 2);
        Frequencies pairs = new Frequencies();
        for (int b = 0; b < SEQUENCES; b++) {
            double bit = batch.input()[batch.inputAt(markedStep(batch, b), b)];
            double answer = 0;
            for (int s = 0; s < batch.steps(); s++) {
                answer += batch.target()[batch.targetAt(s, b)];
            }
            pairs.add((int) (2 * bit + answer));
        }
        pairs.assertUniform(0, 3);
    }

    private static double score(Task task, int metric, Batch batch, double[] predictions) {
        return task.metrics().get(metric).score().of(batch, predictions);
    }

    @Test
    void aLengthWithoutRoomForTwoMarksIsRefused() {
        assertThatThrownBy(() -> new Multiplication(9)).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> new Xor(9)).isInstanceOf(SettingsException.class);
    }
}
