package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

class ChosenRidgeTest {
    private static final int NUMBERS = 12;

    /** Windows of series whose next row is a weak function of the present one and much noise. */
    private static Batch noisy(int series, int windows, int steps, double noise, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[][] rows = new double[series * 2 * steps][NUMBERS];
        for (int r = 1; r < rows.length; r++) {
            for (int i = 0; i < NUMBERS; i++) {
                rows[r][i] = 0.5 * rows[r - 1][(i + 1) % NUMBERS] + noise * random.gaussian();
            }
        }
        Batch batch = new Batch(steps, windows, NUMBERS, NUMBERS);
        for (int b = 0; b < windows; b++) {
            int first = 2 * steps * (b % series) + random.integer(0, steps - 1);
            for (int t = 0; t < steps; t++) {
                System.arraycopy(rows[first + t], 0, batch.input(), batch.inputAt(t, b), NUMBERS);
                System.arraycopy(rows[first + t + 1], 0, batch.target(), batch.targetAt(t, b), NUMBERS);
                batch.weight()[batch.weightAt(t, b)] = 1;
            }
        }
        return batch;
    }

    private static double error(LinearAutoregression regression, Batch training, Batch test) {
        regression.fit(training);
        double[] predictions = regression.predict(test);
        double sum = 0;
        for (int i = 0; i < predictions.length; i++) {
            sum += (predictions[i] - test.target()[i]) * (predictions[i] - test.target()[i]);
        }
        return sum / predictions.length;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theChosenRidgeIsNearlyAsGoodAsTheBest(long seed) {
        Batch training = noisy(10, 60, 8, 1, seed);
        Batch test = noisy(200, 200, 20, 1, seed + 100);
        double best = Double.POSITIVE_INFINITY;
        double worst = 0;
        for (double ridge : new double[] {0.01, 0.1, 1, 10, 100, 1000}) {
            double error = error(new LinearAutoregression(2, ridge, Loss.SQUARED), training, test);
            best = Math.min(best, error);
            worst = Math.max(worst, error);
        }
        double chosen = error(new LinearAutoregression(2, Loss.SQUARED), training, test);
        assertThat(chosen - best).isLessThan(0.25 * (worst - best));
    }

    @Test
    void fewStepsAreNotEnoughToChooseBy() {
        Batch training = noisy(1, 1, 4, 1, 4);
        Batch test = noisy(20, 20, 20, 1, 5);
        assertThat(error(new LinearAutoregression(2, Loss.SQUARED), training, test))
                .isEqualTo(error(new LinearAutoregression(2, 1, Loss.SQUARED), training, test));
    }

    /** Rows are numbered as they were made: parts are in that order, equally large, and the same row is always in the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void windowsArePutTogetherToTheSeriesThatTheyAreOf(int series) {
        Batch batch = noisy(series, 100 * series, 10, 1, 6);
        for (int i = 0; i < batch.input().length; i += NUMBERS) {
            batch.input()[i] = Math.rint(1e6 * batch.input()[i]) + 0.5;
        }
        Folds folds = new Folds(batch);
        assertThat(folds.steps()).isEqualTo(series * 19);
        int[] sizes = new int[4];
        Map<Double, Integer> found = new HashMap<>();
        int changes = 0;
        for (int b = 0; b < batch.sequences(); b++) {
            for (int t = 0; t < batch.steps(); t++) {
                int part = folds.part(t, b, 4);
                Integer before = found.put(batch.input()[batch.inputAt(t, b)], part);
                assertThat(before == null || before == part).isTrue();
                sizes[part] += before == null ? 1 : 0;
                changes += t > 0 && b < series && folds.part(t - 1, b, 4) != part ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(sizes)).allMatch(size -> Math.abs(size - series * 19 / 4.0) < 1);
        assertThat(changes).isLessThanOrEqualTo(4);
    }

    /** The error on samples, summed up one by one. */
    @Test
    void equationsKnowTheErrorOfCoefficients() {
        Philox random = new Philox(7, Purpose.SAMPLING);
        NormalEquations equations = new NormalEquations(3, 2);
        NormalEquations some = new NormalEquations(3, 2);
        double[] w = {0.3, -1, 2, 0.5, 0.1, -0.7};
        double expected = 0;
        for (int s = 0; s < 11; s++) {
            double[] x = {1, random.gaussian(), random.gaussian()};
            double[] y = {random.gaussian(), random.gaussian()};
            equations.add(1 + s, x, y, 0);
            if (s < 4) {
                some.add(1 + s, x, y, 0);
                continue;
            }
            for (int o = 0; o < 2; o++) {
                double p = x[0] * w[o] + x[1] * w[2 + o] + x[2] * w[4 + o];
                expected += (1 + s) * ((p - y[o]) * (p - y[o]) - y[o] * y[o]);
            }
        }
        assertThat(equations.without(some).error(w)).isCloseTo(expected, within(1e-11));
    }
}
