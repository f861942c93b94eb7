package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.setting.Schedule;

/** Holds the first-order methods to their closed forms on quadratics (thesis sec. 7.1 to 7.3). */
class VelocityMethodTest {
    private static final double[] EIGENVALUES = {0.01, 0.3, 1, 2.5, 7};
    private static final double[] REFLECTION = {1, -2, 0.5, 3, 1.5};
    private static final double[] START = {3, -1, 2, 0.5, -4};
    private static final Schedule NEVER = Schedule.constant(0);

    private static QuadraticForm quadratic() {
        return new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION);
    }

    private static Schedule always(double value) {
        return Schedule.constant(value);
    }

    @ParameterizedTest(name = "rate {0}, momentum {1}")
    @CsvSource({"0.1,0.9", "0.05,0.99", "0.14,0.5", "0.1,0"})
    void along_each_eigenvector_nesterov_is_momentum_with_mu_times_one_minus_epsilon_lambda(double rate, double mu) {
        assertThat(furthestFromTheTheorem(rate, mu, 1)).isLessThan(1e-12);
    }

    @Test
    void momentum_that_does_not_depend_on_the_eigenvalue_breaks_the_theorem() {
        assertThat(furthestFromTheTheorem(0.1, 0.9, 0)).isGreaterThan(0.1);
    }

    /** How far 100 steps of Nesterov's method stray, over all directions, from momentum with its own mu in each. */
    private static double furthestFromTheTheorem(double rate, double mu, double strength) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Optimiser nesterov = new Nesterov(always(rate), always(mu), NEVER).optimiser(f);
        double[] y = new double[START.length];
        double[] velocity = new double[START.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = f.along(START, i);
        }
        double furthest = 0;
        for (int t = 0; t < 100; t++) {
            nesterov.step(theta, t);
            for (int i = 0; i < y.length; i++) {
                double own = mu * (1 - strength * rate * EIGENVALUES[i]);
                velocity[i] = own * velocity[i] - rate * EIGENVALUES[i] * y[i];
                y[i] += velocity[i];
                furthest = Math.max(furthest, Math.abs(f.along(f.read(theta), i) - y[i]));
            }
        }
        return furthest;
    }

    @Test
    void momentum_follows_its_recursion_along_each_eigenvector() {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Optimiser momentum = new Momentum(always(0.1), always(0.9), NEVER).optimiser(f);
        double[] y = new double[START.length];
        double[] velocity = new double[START.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = f.along(START, i);
        }
        for (int t = 0; t < 100; t++) {
            double expected = 0;
            for (int i = 0; i < y.length; i++) {
                expected += EIGENVALUES[i] * y[i] * y[i] / 2;
            }
            assertThat(momentum.step(theta, t).loss()).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            for (int i = 0; i < y.length; i++) {
                velocity[i] = 0.9 * velocity[i] - 0.1 * EIGENVALUES[i] * y[i];
                y[i] += velocity[i];
                assertThat(f.along(f.read(theta), i)).isCloseTo(y[i], within(1e-12));
            }
        }
    }

    @Test
    void gradient_descent_contracts_by_one_minus_epsilon_lambda_in_each_direction() {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        double rate = 1 / 7.0; // 1 / lambda_max: no direction contracts by less than 1 - 1 / R
        Optimiser descent = new GradientDescent(always(rate), NEVER).optimiser(f);
        for (int t = 1; t <= 200; t++) {
            descent.step(theta, t - 1);
            double[] now = f.read(theta);
            for (int i = 0; i < now.length; i++) {
                double expected = f.along(START, i) * Math.pow(1 - rate * EIGENVALUES[i], t);
                assertThat(f.along(now, i)).isCloseTo(expected, within(1e-12));
            }
            double ratio = 0.01 / 7.0;
            assertThat(norm(now)).isLessThanOrEqualTo(norm(START) * Math.pow(1 - ratio, t) + 1e-12);
        }
    }

    @Test
    void without_momentum_all_methods_make_the_same_steps() {
        QuadraticForm f = quadratic();
        List<OptimiserSettings> methods = List.of(
                new GradientDescent(always(0.1), NEVER),
                new Momentum(always(0.1), always(0), NEVER),
                new Nesterov(always(0.1), always(0), NEVER));
        List<double[]> ends = methods.stream()
                .map(method -> {
                    Buffer theta = f.start(START);
                    Optimiser optimiser = method.optimiser(f);
                    for (int t = 0; t < 30; t++) {
                        optimiser.step(theta, t);
                    }
                    return f.read(theta);
                })
                .toList();
        assertThat(ends.get(1)).containsExactly(ends.get(0));
        assertThat(ends.get(2)).containsExactly(ends.get(0));
    }

    @ParameterizedTest(name = "clip at {0}")
    @ValueSource(doubles = {0.001, 1, 5})
    void a_gradient_that_is_too_long_is_shortened_to_the_norm_exactly_and_keeps_its_direction(double clip) {
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Buffer g = f.backend.allocate(1, f.dimension());
        f.gradient(theta, g);
        double[] gradient = f.read(g);
        assertThat(norm(gradient)).isGreaterThan(clip);
        Optimiser descent = new GradientDescent(always(0.25), always(clip)).optimiser(f);
        Step step = descent.step(theta, 0);
        assertThat(step.clipped()).isTrue();
        assertThat(step.gradientNorm()).isCloseTo(norm(gradient), within(1e-13 * norm(gradient)));
        double[] moved = f.read(theta);
        for (int i = 0; i < moved.length; i++) {
            double expected = -0.25 * clip * gradient[i] / norm(gradient);
            assertThat(moved[i] - START[i]).isCloseTo(expected, within(1e-15 + 4 * Math.ulp(START[i])));
        }
    }

    @Test
    void a_gradient_that_is_short_enough_and_a_clip_of_zero_change_nothing() {
        QuadraticForm f = quadratic();
        Buffer plain = f.start(START);
        new GradientDescent(always(0.1), NEVER).optimiser(f).step(plain, 0);
        Buffer clipped = f.start(START);
        Step step = new GradientDescent(always(0.1), always(1e6)).optimiser(f).step(clipped, 0);
        assertThat(step.clipped()).isFalse();
        assertThat(f.read(clipped)).containsExactly(f.read(plain));
    }

    @Test
    void each_update_uses_the_schedules_values_of_that_update() {
        Schedule rates = Schedule.parse("0: 0.1, 3: 0.02, 5: 0.3");
        Schedule momenta = Schedule.parse("0: 0.9, 2: 0.5, 4: 0");
        Schedule clips = Schedule.parse("0: 0, 1: 0.7");
        double[] rate = {0.1, 0.1, 0.1, 0.02, 0.02, 0.3, 0.3};
        double[] mu = {0.9, 0.9, 0.5, 0.5, 0, 0, 0};
        QuadraticForm f = quadratic();
        Buffer theta = f.start(START);
        Optimiser momentum = new Momentum(rates, momenta, clips).optimiser(f);
        double[] velocity = new double[START.length];
        for (int t = 0; t < rate.length; t++) {
            double[] before = f.read(theta);
            Buffer g = f.backend.allocate(1, f.dimension());
            f.gradient(theta, g);
            Step step = momentum.step(theta, t);
            assertThat(f.drawn).isEqualTo(t);
            assertThat(step.rate()).isEqualTo(rate[t]);
            assertThat(step.momentum()).isEqualTo(mu[t]);
            assertThat(step.clipped()).isEqualTo(t >= 1);
            double[] gradient = f.read(g);
            double factor = t >= 1 ? 0.7 / norm(gradient) : 1;
            double[] after = f.read(theta);
            for (int i = 0; i < velocity.length; i++) {
                velocity[i] = mu[t] * velocity[i] - rate[t] * factor * gradient[i];
                assertThat(after[i] - before[i]).isCloseTo(velocity[i], within(1e-13));
            }
        }
    }

    static List<OptimiserSettings> methods() {
        return List.of(
                new GradientDescent(always(0.1), NEVER),
                new Momentum(always(0.1), always(0.9), NEVER),
                new Nesterov(always(0.1), always(0.9), always(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_loss_or_gradient_that_is_no_number_changes_nothing(OptimiserSettings settings) {
        for (int fault = 0; fault < 3; fault++) {
            int kind = fault;
            QuadraticForm f = new QuadraticForm(new ReferenceBackend(), EIGENVALUES, REFLECTION) {
                @Override
                public double gradient(Buffer theta, Buffer gradient) {
                    double value = super.gradient(theta, gradient);
                    if (drawn != 3) {
                        return value;
                    }
                    backend.fill(kind == 0 ? Double.NaN : Double.POSITIVE_INFINITY, gradient.window(2, 1, 1));
                    return kind == 2 ? Double.NaN : value;
                }
            };
            Buffer theta = f.start(START);
            Optimiser optimiser = settings.optimiser(f);
            for (int t = 0; t < 3; t++) {
                assertThat(optimiser.step(theta, t).finite()).isTrue();
            }
            double[] before = f.read(theta);
            double[] velocity = f.read(velocity(optimiser));
            assertThat(optimiser.step(theta, 3).finite()).isFalse();
            assertThat(f.read(theta)).containsExactly(before);
            assertThat(f.read(velocity(optimiser))).containsExactly(velocity);
            assertThat(optimiser.step(theta, 4).finite()).isTrue();
        }
    }

    private static Buffer velocity(Optimiser optimiser) {
        return Objects.requireNonNull(optimiser.state().get("velocity"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_step_out_of_the_numbers_of_the_backend_is_not_made(OptimiserSettings settings) {
        Backend backend = CpuBackend.of(Precision.SINGLE);
        QuadraticForm f = new QuadraticForm(backend, new double[] {1e4, 1}, new double[] {1, 0}) {
            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                double value = super.gradient(theta, gradient);
                if (drawn == 2) {
                    backend.fill(3e38, gradient); // a float, but ten of them are not
                }
                return value;
            }
        };
        OptimiserSettings far = settings instanceof Momentum
                ? new Momentum(Schedule.parse("0: 1e-5, 2: 10"), always(0.9), NEVER)
                : new GradientDescent(Schedule.parse("0: 1e-5, 2: 10"), NEVER);
        Buffer theta = f.start(new double[] {1, 2});
        Optimiser optimiser = far.optimiser(f);
        optimiser.step(theta, 0);
        optimiser.step(theta, 1);
        double[] before = f.read(theta);
        double[] velocity = f.read(velocity(optimiser));
        Step step = optimiser.step(theta, 2);
        assertThat(step.finite()).isFalse();
        assertThat(step.loss()).isFinite();
        assertThat(f.read(theta)).containsExactly(before);
        assertThat(f.read(velocity(optimiser))).containsExactly(velocity);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
