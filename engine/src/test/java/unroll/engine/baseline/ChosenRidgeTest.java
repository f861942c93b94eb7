package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whereEverythingHangsTogetherTheRidgeIsOne() {
        Batch training = noisy(1, 30, 20, 1, 4);
        Batch test = noisy(20, 20, 20, 1, 5);
        assertThat(Folds.of(training, 5)).containsOnly(0);
        assertThat(error(new LinearAutoregression(2, Loss.SQUARED), training, test))
                .isEqualTo(error(new LinearAutoregression(2, 1, Loss.SQUARED), training, test));
    }

    @Test
    void windowsOfOneSeriesAreInOnePart() {
        int[] parts = Folds.of(noisy(7, 140, 10, 1, 6), 3);
        assertThat(parts).contains(0, 1, 2);
        for (int b = 0; b < parts.length; b++) {
            assertThat(parts[b]).isEqualTo(parts[b % 7]);
        }
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
        assertThat(equations.without(some).error(w)).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-11));
    }
}
