package unroll.engine.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class NormalEquationsTest {
    /** Condition numbers here stay below 1e4, so 1e-16 times that, with room for the sums. */
    private static final double ROUNDING = 1e-10;

    /** A regression problem: x {@code [samples][features]}, the first 1; y {@code [samples][outputs]}; weights. */
    private static final class RegressionProblem {
        private final double[][] x;
        private final double[][] y;
        private final double[] weight;

        private RegressionProblem(double[][] x, double[][] y, double[] weight) {
            this.x = x;
            this.y = y;
            this.weight = weight;
        }

        static RegressionProblem drawn(int samples, int features, int outputs, long seed) {
            Philox random = new Philox(seed, Purpose.SAMPLING);
            double[][] x = new double[samples][features];
            double[][] y = new double[samples][outputs];
            double[] weight = new double[samples];
            for (int s = 0; s < samples; s++) {
                for (int f = 0; f < features; f++) {
                    x[s][f] = f == 0 ? 1 : random.nextDouble() < 0.3 ? 0 : random.gaussian() + 0.5;
                }
                for (int o = 0; o < outputs; o++) {
                    y[s][o] = random.gaussian() + x[s][features - 1];
                }
                weight[s] = s % 3 == 0 ? 0.5 : 1;
            }
            return new RegressionProblem(x, y, weight);
        }

        double[] solve(double ridge) {
            NormalEquations equations = new NormalEquations(x[0].length, y[0].length);
            for (int s = 0; s < x.length; s++) {
                equations.add(weight[s], x[s], y[s], 0);
            }
            return equations.solve(ridge);
        }

        /** The same by Gauss and Jordan's elimination with pivots, term by term. */
        double[] eliminated(double ridge, double ridgeOfConstant) {
            int features = x[0].length;
            int outputs = y[0].length;
            double[][] a = new double[features][features + outputs];
            for (int i = 0; i < features; i++) {
                for (int s = 0; s < x.length; s++) {
                    for (int j = 0; j < features; j++) {
                        a[i][j] += weight[s] * x[s][i] * x[s][j];
                    }
                    for (int o = 0; o < outputs; o++) {
                        a[i][features + o] += weight[s] * x[s][i] * y[s][o];
                    }
                }
                a[i][i] += i == 0 ? ridgeOfConstant : ridge;
            }
            for (int k = 0; k < features; k++) {
                reduce(a, k);
            }
            double[] solution = new double[features * outputs];
            for (int i = 0; i < features; i++) {
                System.arraycopy(a[i], features, solution, i * outputs, outputs);
            }
            return solution;
        }

        private static void reduce(double[][] a, int k) {
            int pivot = k;
            for (int i = k; i < a.length; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            double divisor = row[k];
            for (int j = 0; j < row.length; j++) {
                row[j] /= divisor;
            }
            for (int i = 0; i < a.length; i++) {
                double factor = a[i][k];
                for (int j = 0; j < row.length && i != k; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} samples, {1} features, {2} outputs")
    @CsvSource({"1, 1, 1", "3, 2, 1", "4, 4, 2", "5, 7, 3", "21, 13, 6", "207, 31, 13"})
    void theSolutionIsThatOfGaussianElimination(int samples, int features, int outputs) {
        RegressionProblem problem = RegressionProblem.drawn(samples, features, outputs, samples);
        double[] solution = problem.solve(0.7);
        assertThat(solution).containsExactly(problem.eliminated(0.7, 0), within(ROUNDING));
        double[] shrunkConstant = problem.eliminated(0.7, 0.7);
        assertThat(Math.abs(solution[0] - shrunkConstant[0]))
                .as("negative control: the constant shrunk too")
                .isGreaterThan(1e-5);
    }

    @Test
    void columnsThatRepeatEachOtherAreSolvedByTheRidge() {
        RegressionProblem problem = RegressionProblem.drawn(20, 4, 1, 9);
        for (double[] row : problem.x) {
            row[2] = row[1];
            row[3] = 0;
        }
        double[] solution = problem.solve(1e-3);
        assertThat(solution[1]).isCloseTo(solution[2], within(1e-8));
        assertThat(solution[3]).isZero();
    }

    @Test
    void noSampleAtAllIsRefused() {
        assertThatThrownBy(() -> new NormalEquations(3, 1).solve(1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Seconds since 1970 and a count that grows with them: beside their squares a ridge of 1 is nothing. */
    @Test
    void a_feature_that_follows_from_large_ones_before_it_counts_nothing_and_the_others_predict() {
        NormalEquations equations = new NormalEquations(3, 1);
        for (int t = 0; t < 200; t++) {
            equations.add(1, new double[] {1, 1_700_000_000 + 60.0 * t, 1_000_000_000 + 7.0 * t}, new double[] {t}, 0);
        }
        double[] w = equations.solve(1);
        assertThat(w).doesNotContain(Double.NaN);
        double at150 = w[0] + w[1] * (1_700_000_000 + 60.0 * 150) + w[2] * (1_000_000_000 + 7.0 * 150);
        assertThat(at150)
                .as("the constant, 1e9 times the rest, costs nine of sixteen digits, the squares more")
                .isBetween(0.0, 200.0);
    }
}
