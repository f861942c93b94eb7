package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

class BaselineTest {
    /** {@code x_(t+1) = 0.8 R x_t - 0.3 x_(t-1) + c}: two numbers that a regression of order 2 predicts exactly. */
    private static Batch linear(int steps, int sequences, long seed) {
        Batch batch = new Batch(steps, sequences, 2, 2);
        Philox random = new Philox(seed, Purpose.SAMPLING);
        for (int b = 0; b < sequences; b++) {
            double[] before = {random.gaussian(), random.gaussian()};
            double[] now = before.clone();
            for (int t = 0; t < steps; t++) {
                double[] next = {
                    0.8 * (0.6 * now[0] - 0.8 * now[1]) - 0.3 * before[0] + 0.25,
                    0.8 * (0.8 * now[0] + 0.6 * now[1]) - 0.3 * before[1] - 0.5
                };
                System.arraycopy(now, 0, batch.input(), batch.inputAt(t, b), 2);
                System.arraycopy(next, 0, batch.target(), batch.targetAt(t, b), 2);
                batch.weight()[batch.weightAt(t, b)] = 1;
                before = now;
                now = next;
            }
        }
        return batch;
    }

    private static double largestError(Baseline baseline, Batch training, Batch test) {
        baseline.fit(training);
        double[] predictions = baseline.predict(test);
        double largest = 0;
        for (int i = 0; i < predictions.length; i++) {
            largest = Math.max(largest, Math.abs(predictions[i] - test.target()[i]));
        }
        return largest;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void regressionOfTheRightOrderPredictsALinearSeriesExactlyFromItsFirstStep(long seed) {
        Batch training = linear(9, 40, seed);
        Batch test = linear(23, 3, seed + 100);
        // a ridge of 1e-9 against 360 samples shifts coefficients of order 1 by some 1e-11
        assertThat(largestError(new LinearAutoregression(2, 1e-9, Loss.SQUARED), training, test))
                .isLessThan(1e-8);
        assertThat(largestError(new LinearAutoregression(3, 1e-9, Loss.SQUARED), training, test))
                .isLessThan(1e-6);
        assertThat(largestError(new LinearAutoregression(1, 1e-9, Loss.SQUARED), training, test))
                .as("negative control: an order too low")
                .isGreaterThan(1e-2);
        assertThat(largestError(new LinearAutoregression(2, 100, Loss.SQUARED), training, test))
                .as("negative control: a ridge too strong")
                .isGreaterThan(1e-2);
    }

    @Test
    void stepsThatDoNotCountTeachNothing() {
        Batch training = linear(9, 40, 1);
        Batch spoilt = linear(9, 40, 1);
        for (int b = 0; b < 40; b++) {
            for (Batch batch : new Batch[] {training, spoilt}) {
                batch.weight()[batch.weightAt(8, b)] = 0;
            }
            spoilt.target()[spoilt.targetAt(8, b)] = 1e6;
        }
        Batch test = linear(5, 2, 7);
        for (Baseline baseline :
                new Baseline[] {new LinearAutoregression(2, 1e-3, Loss.SQUARED), new Constant(Loss.SQUARED)}) {
            baseline.fit(training);
            double[] honest = baseline.predict(test);
            baseline.fit(spoilt);
            assertThat(baseline.predict(test)).isEqualTo(honest);
            spoilt.weight()[spoilt.weightAt(8, 0)] = 0.1;
            baseline.fit(spoilt);
            assertThat(baseline.predict(test)).as("negative control").isNotEqualTo(honest);
            spoilt.weight()[spoilt.weightAt(8, 0)] = 0;
        }
    }

    @Test
    void copyingPredictsTheInput() {
        Batch test = linear(5, 3, 1);
        CopyLast copy = new CopyLast(Loss.SQUARED);
        copy.fit(linear(2, 1, 9));
        double[] predictions = copy.predict(test);
        assertThat(predictions).isEqualTo(test.input()).isNotSameAs(test.input());
        assertThatThrownBy(() -> copy.predict(new Batch(2, 1, 3, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theConstantIsTheWeightedMeanOfTheTargets() {
        Batch training = new Batch(2, 2, 1, 2);
        System.arraycopy(new double[] {1, 10, 2, 20, 3, 30, 4, 40}, 0, training.target(), 0, 8);
        System.arraycopy(new double[] {1, 0, 0.5, 0.5}, 0, training.weight(), 0, 4);
        Constant constant = new Constant(Loss.SQUARED);
        constant.fit(training);
        double[] predictions = constant.predict(new Batch(3, 1, 1, 2));
        assertThat(predictions).containsExactly(new double[] {2.25, 22.5, 2.25, 22.5, 2.25, 22.5}, within(1e-14));
    }

    @Test
    void chancePredictsTheSameForAllSequencesAndItsOwnForEachStep() {
        Batch test = new Batch(3, 2, 1, 2);
        Chance chance = new Chance(new double[] {1, 2, 3, 4, 5, 6});
        assertThat(chance.name()).isEqualTo("chance");
        chance.fit(linear(3, 2, 1));
        assertThat(chance.predict(test)).containsExactly(1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6);
        assertThat(Chance.always(3, 7, 8).predict(test)).containsExactly(7, 8, 7, 8, 7, 8, 7, 8, 7, 8, 7, 8);
        assertThat(Chance.uniform(3, 2).predict(test)).hasSize(12).containsOnly(0.5);
        assertThatThrownBy(() -> chance.predict(new Batch(2, 2, 1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Loss.class)
    void predictionsAreValuesThatTheOutputUnitsCouldHave(Loss loss) {
        Batch batch = linear(9, 5, 3);
        for (Baseline baseline :
                new Baseline[] {new CopyLast(loss), new LinearAutoregression(2, 1, loss), new Constant(loss)}) {
            baseline.fit(batch);
            double[] predictions = baseline.predict(batch);
            boolean inside = Arrays.stream(predictions).allMatch(p -> p >= 1e-7 && p <= 1 - 1e-7);
            boolean sumToOne = true;
            for (int at = 0; at < predictions.length; at += 2) {
                sumToOne &= Math.abs(predictions[at] + predictions[at + 1] - 1) < 1e-12;
            }
            assertThat(inside).as(baseline.name()).isEqualTo(loss != Loss.SQUARED);
            assertThat(sumToOne).as(baseline.name()).isEqualTo(loss == Loss.SOFTMAX);
        }
    }

    @Test
    void whatCannotBeFitOrPredictedIsRefused() {
        assertThatThrownBy(() -> new LinearAutoregression(0, 1, Loss.SQUARED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearAutoregression(1, Double.NaN, Loss.SQUARED))
                .isInstanceOf(IllegalArgumentException.class);
        Batch nothingCounts = new Batch(3, 2, 1, 1);
        for (Baseline baseline :
                new Baseline[] {new LinearAutoregression(2, 1, Loss.SQUARED), new Constant(Loss.SQUARED)}) {
            assertThatThrownBy(() -> baseline.fit(nothingCounts)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> baseline.predict(linear(3, 1, 1))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void namesAreThoseOfTheLossView() {
        assertThat(new CopyLast(Loss.SQUARED).name()).isEqualTo("copy last");
        assertThat(new LinearAutoregression(4, 1, Loss.SQUARED).name()).isEqualTo("linear AR4");
        assertThat(new Constant(Loss.SQUARED).name()).isEqualTo("constant");
    }
}
