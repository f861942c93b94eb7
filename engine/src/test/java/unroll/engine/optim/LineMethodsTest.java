package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.SettingsException;

/** L-BFGS and conjugate gradients reach minima, and end on quadratics when theory says so. */
class LineMethodsTest {
    static List<OptimiserSettings> methods() {
        return List.of(
                new Lbfgs(1, 0, 0.9, 20),
                new Lbfgs(7, 0, 0.9, 20),
                new ConjugateGradients(0, 0, 0, 0.1, 20),
                new ConjugateGradients(25, 0, 0, 0.1, 20));
    }

    static Stream<Arguments> problems() {
        return methods().stream().flatMap(m -> Stream.of(2, 3, 5, 12, 30).map(n -> Arguments.of(m, n)));
    }

    private static double[] gaussians(int n, long seed) {
        Philox random = new Philox(seed, Purpose.INITIALISATION);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = random.gaussian();
        }
        return numbers;
    }

    /** Steps until the gradient is as short as that; how many updates it took. */
    private static int solve(Smooth f, OptimiserSettings settings, Buffer theta, double shortest, int most) {
        Optimiser optimiser = settings.optimiser(f);
        double last = Double.POSITIVE_INFINITY;
        for (int t = 0; t < most; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(step.finite()).isTrue();
            assertThat(step.loss()).isLessThanOrEqualTo(last + 1e-14 * Math.abs(last)); // to rounding
            last = step.loss();
            if (step.gradientNorm() <= shortest) {
                return t;
            }
        }
        throw new AssertionError("after " + most + " updates the loss is " + last);
    }

    @ParameterizedTest(name = "{0}, {1} dimensions")
    @MethodSource("problems")
    void rosenbrocks_valley_is_followed_to_its_end(OptimiserSettings settings, int n) {
        Smooth f = Smooth.rosenbrock(n);
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        Buffer theta = f.start(start);
        solve(f, settings, theta, 1e-8, 3000);
        assertThat(f.value(theta)).isLessThan(1e-8);
    }

    @ParameterizedTest(name = "{0}, {1} dimensions")
    @MethodSource("problems")
    void random_convex_problems_are_solved(OptimiserSettings settings, int n) {
        for (long seed = 1; seed <= 3; seed++) {
            Smooth f = Smooth.logistic(n, seed);
            Buffer theta = f.start(gaussians(n, seed));
            int updates = solve(f, settings, theta, 1e-8, 500);
            assertThat(f.gradients).isLessThan(6 * updates + 10);
        }
    }

    private static QuadraticForm quadratic(int n, double condition) {
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = n == 1 ? 1 : Math.pow(condition, -(double) i / (n - 1));
        }
        return new QuadraticForm(new ReferenceBackend(), eigenvalues, gaussians(n, 3));
    }

    static List<OptimiserSettings> exact() {
        return List.of(
                new Lbfgs(1, 0, 1e-6, 100), new Lbfgs(5, 0, 1e-6, 100), new ConjugateGradients(0, 0, 0, 1e-6, 100));
    }

    /** The loss before each of the first n + 1 updates, relative to that at the start. */
    private static double[] falls(QuadraticForm f, OptimiserSettings settings) {
        Buffer theta = f.start(gaussians(f.dimension(), 4));
        Optimiser optimiser = settings.optimiser(f);
        double[] losses = new double[f.dimension() + 1];
        for (int t = 0; t < losses.length; t++) {
            losses[t] = optimiser.step(theta, t).loss();
        }
        double first = losses[0];
        Arrays.setAll(losses, t -> losses[t] / first);
        return losses;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exact")
    void with_an_exact_search_a_quadratic_ends_in_as_many_updates_as_it_has_dimensions(OptimiserSettings settings) {
        for (int n : new int[] {1, 2, 3, 6, 9}) {
            double[] falls = falls(quadratic(n, 30), settings);
            // the search leaves 1e-6 of a slope, which the condition and the steps that follow enlarge, and the loss is
            // its square
            assertThat(falls[n]).isLessThan(1e-8);
            if (n > 2) {
                assertThat(falls[n - 1]).isGreaterThan(1e-7);
            }
        }
    }

    /** Conjugate gradients as if beta had the wrong sign: the conjugacy is lost, and n steps do not end it. */
    @Test
    void a_wrong_sign_of_beta_would_be_seen() {
        QuadraticForm f = quadratic(6, 30);
        assertThat(linear(f, 1)).isLessThan(1e-20);
        assertThat(linear(f, -1)).isGreaterThan(1e-4);
    }

    /** The relative loss after n steps of linear conjugate gradients with {@code beta} times {@code sign}. */
    private static double linear(QuadraticForm f, double sign) {
        int n = f.dimension();
        double[] x = gaussians(n, 4);
        double first = f.value(f.start(x));
        double[] d = new double[n];
        double before = 1;
        for (int t = 0; t < n; t++) {
            Buffer g = f.backend.allocate(1, n);
            f.gradient(f.start(x), g);
            double[] r = f.read(g);
            double square = Vectors.dot(r, r);
            double beta = t == 0 ? 0 : sign * square / before;
            Vectors.scaled(beta, d, d);
            Vectors.addScaled(-1, r, d);
            Buffer ad = f.backend.allocate(1, n);
            f.gradient(f.start(d), ad);
            Vectors.addScaled(-Vectors.dot(d, r) / Vectors.dot(d, f.read(ad)), d, x);
            before = square;
        }
        return f.value(f.start(x)) / first;
    }

    @Test
    void with_an_exact_search_both_make_the_steps_of_linear_conjugate_gradients() {
        double[] quasiNewton = falls(quadratic(9, 30), new Lbfgs(5, 0, 1e-6, 100));
        double[] conjugate = falls(quadratic(9, 30), new ConjugateGradients(0, 0, 0, 1e-6, 100));
        for (int t = 0; t < 7; t++) {
            assertThat(quasiNewton[t]).isCloseTo(conjugate[t], within(1e-4 * conjugate[t]));
        }
    }

    @ParameterizedTest(name = "{0} dimensions")
    @ValueSource(ints = {2, 7, 20})
    void with_the_whole_diagonal_known_conjugate_gradients_end_at_once(int n) {
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = 1 + 30.0 * i / n; // none below a hundredth of the mean
        }
        double[] axis = new double[n];
        axis[0] = 1; // eigenvectors are the axes
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), eigenvalues, axis);
        assertThat(falls(f, new ConjugateGradients(0, 1, 0, 0.1, 20))[1]).isLessThan(1e-28);
        assertThat(falls(f, new ConjugateGradients(0, 0, 0, 0.1, 20))[1]).isGreaterThan(1e-3);
    }

    @Test
    void an_estimated_diagonal_shortens_the_way_where_the_axes_are_stretched() {
        int n = 30;
        double[] ratio = new double[2];
        for (int probes = 0; probes < 2; probes++) {
            QuadraticForm f = new QuadraticForm(new ReferenceBackend(), stretched(n), nearlyAxis(n));
            ratio[probes] = falls(f, new ConjugateGradients(0, 20 * probes, 0, 0.1, 20))[8];
        }
        assertThat(ratio[1]).isLessThan(ratio[0] / 100);
    }

    private static double[] stretched(int n) {
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = Math.pow(50, (double) i / n);
        }
        return eigenvalues;
    }

    private static double[] nearlyAxis(int n) {
        double[] axis = gaussians(n, 9);
        Vectors.scaled(0.03, axis, axis);
        axis[0] = 1;
        return axis;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void at_a_minimum_nothing_moves_and_no_number_is_lost(OptimiserSettings settings) {
        Smooth f = Smooth.rosenbrock(4);
        Buffer theta = f.start(new double[] {1, 1, 1, 1});
        Step step = settings.optimiser(f).step(theta, 0);
        assertThat(step.finite()).isTrue();
        assertThat(step.rate()).isZero();
        assertThat(f.read(theta)).containsOnly(1.0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void where_the_gradient_points_uphill_nothing_moves(OptimiserSettings settings) {
        Smooth f = new Smooth(2) {
            @Override
            double compute(double[] x, double[] g) {
                g[0] = -x[0];
                g[1] = -x[1];
                return Vectors.dot(x, x) / 2;
            }
        };
        Buffer theta = f.start(new double[] {1, 2});
        Optimiser optimiser = settings.optimiser(f);
        for (int t = 0; t < 3; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(step.finite()).isTrue();
            assertThat(step.rate()).isZero();
        }
        assertThat(f.read(theta)).containsExactly(1, 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void in_single_precision_they_come_as_near_as_floats_are(OptimiserSettings settings) {
        QuadraticForm f =
                new QuadraticForm(CpuBackend.of(Precision.SINGLE), new double[] {1, 3, 10, 0.5}, gaussians(4, 5)) {
                    @Override
                    public double gradient(Buffer theta, Buffer gradient) {
                        return super.gradient(theta, gradient) + 1; // so that rounding hides small decreases
                    }
                };
        Buffer theta = f.start(gaussians(4, 6));
        Optimiser optimiser = settings.optimiser(f);
        double norm = 1;
        for (int t = 0; t < 60; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(step.finite()).isTrue();
            norm = step.gradientNorm();
        }
        assertThat(norm).isLessThan(1e-4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_start_that_is_no_number_changes_nothing(OptimiserSettings settings) {
        Smooth f = new Smooth(2) {
            @Override
            double compute(double[] x, double[] g) {
                g[0] = drawn == 0 ? Double.NaN : x[0];
                g[1] = x[1];
                return Vectors.dot(x, x) / 2;
            }
        };
        Buffer theta = f.start(new double[] {1, 2});
        assertThat(settings.optimiser(f).step(theta, 0).finite()).isFalse();
        assertThat(f.read(theta)).containsExactly(1, 2);
    }

    @Test
    void the_end_of_a_step_is_not_computed_again_while_the_batch_stays() {
        for (long fresh : new long[] {0, 1}) {
            Smooth f = Smooth.logistic(5, 2);
            Buffer theta = f.start(gaussians(5, 2));
            Optimiser optimiser = new Lbfgs(5, fresh, 0.9, 1).optimiser(f);
            for (int t = 0; t < 10; t++) {
                optimiser.step(theta, t);
                assertThat(f.drawn).isEqualTo(fresh == 0 ? 0 : t);
            }
            assertThat(f.gradients).isEqualTo(fresh == 0 ? 11 : 20);
        }
    }

    @Test
    void pieces_of_sequences_are_refused() {
        Smooth f = new Smooth(2) {
            @Override
            double compute(double[] x, double[] g) {
                return 0;
            }

            @Override
            public int updatesPerBatch() {
                return 2;
            }
        };
        for (OptimiserSettings settings : methods()) {
            assertThatThrownBy(() -> settings.optimiser(f))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("pieces");
        }
    }
}
