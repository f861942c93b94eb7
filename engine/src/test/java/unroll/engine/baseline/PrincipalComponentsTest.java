package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;

class PrincipalComponentsTest {
    /** Targets in a plane of {@code rank} dimensions that does not go through 0, with some noise around it. */
    private static Batch batch(int outputs, int rank, double noise, int rows) {
        Philox random = new Philox(9, Purpose.SAMPLING);
        double[][] axes = new double[rank + 1][outputs];
        for (double[] axis : axes) {
            for (int i = 0; i < outputs; i++) {
                axis[i] = random.gaussian();
            }
        }
        Batch batch = new Batch(1, rows, outputs, outputs);
        for (int b = 0; b < rows; b++) {
            int at = batch.targetAt(0, b);
            for (int i = 0; i < outputs; i++) {
                batch.target()[at + i] = axes[rank][i] + noise * random.gaussian();
            }
            for (int k = 0; k < rank; k++) {
                double share = (rank - k) * random.gaussian();
                for (int i = 0; i < outputs; i++) {
                    batch.target()[at + i] += share * axes[k][i];
                }
            }
        }
        return batch;
    }

    private static double error(Batch batch, int components) {
        PrincipalComponents code = new PrincipalComponents(components, Loss.SQUARED);
        code.fit(batch);
        double[] predictions = code.predict(batch);
        double sum = 0;
        for (int i = 0; i < predictions.length; i++) {
            sum += Math.pow(predictions[i] - batch.target()[i], 2);
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} numbers of rank {1}")
    @CsvSource({"3, 2", "7, 3", "12, 5"})
    void asManyComponentsAsThereAreDimensionsLoseNothingAndOneLessLosesMuch(int outputs, int rank) {
        Batch batch = batch(outputs, rank, 0, 40);
        assertThat(error(batch, rank)).isCloseTo(0, within(1e-10));
        assertThat(error(batch, rank - 1)).isGreaterThan(1);
    }

    /** No other plane is nearer: turning one direction a little makes the error larger. */
    @ParameterizedTest(name = "{0} numbers, {1} components")
    @CsvSource({"5, 2", "9, 3"})
    void noOtherLinearCodeOfAsManyNumbersLosesLess(int outputs, int components) {
        Batch batch = batch(outputs, outputs, 0.1, 60);
        double best = error(batch, components);
        assertThat(error(batch, components + 1)).isLessThan(best);
        // the error is the variance that is left: with all components there is none
        assertThat(error(batch, outputs)).isCloseTo(0, within(1e-10));
        Philox random = new Philox(4, Purpose.SAMPLING);
        for (int other = 0; other < 50; other++) {
            assertThat(randomCode(batch, components, random)).isGreaterThan(best);
        }
    }

    /** The error of projecting on the span of random directions through the mean, by Gram and Schmidt. */
    private static double randomCode(Batch batch, int components, Philox random) {
        int n = batch.outputs();
        int rows = batch.sequences();
        double[] mean = new double[n];
        for (int i = 0; i < batch.target().length; i++) {
            mean[i % n] += batch.target()[i] / rows;
        }
        double[][] basis = new double[components][n];
        for (int k = 0; k < components; k++) {
            for (int i = 0; i < n; i++) {
                basis[k][i] = random.gaussian();
            }
            for (int j = 0; j < k; j++) {
                double along = dot(basis[j], basis[k]);
                for (int i = 0; i < n; i++) {
                    basis[k][i] -= along * basis[j][i];
                }
            }
            double norm = Math.sqrt(dot(basis[k], basis[k]));
            for (int i = 0; i < n; i++) {
                basis[k][i] /= norm;
            }
        }
        double error = 0;
        for (int b = 0; b < rows; b++) {
            double[] rest = new double[n];
            for (int i = 0; i < n; i++) {
                rest[i] = batch.target()[b * n + i] - mean[i];
            }
            error += dot(rest, rest);
            for (double[] direction : basis) {
                error -= Math.pow(dot(direction, rest), 2);
            }
        }
        return error;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
