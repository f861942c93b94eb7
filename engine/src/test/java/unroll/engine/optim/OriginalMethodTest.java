package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.SettingsException;

/** Holds Nesterov's original method to eq. 7.3-7.6 written out, and to what Nesterov proved of it (eq. 7.14). */
class OriginalMethodTest {
    /** A random convex quadratic whose eigenvalues, from 1 / condition to 1, are spread evenly over their logarithms. */
    private static QuadraticForm quadratic(int n, double condition, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[] eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = i == 0 ? 1 : Math.pow(condition, -random.nextDouble());
        }
        eigenvalues[n - 1] = n > 1 ? 1 / condition : 1;
        return new QuadraticForm(new ReferenceBackend(), eigenvalues, gaussians(n, random));
    }

    private static double[] gaussians(int n, Philox random) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = random.gaussian();
        }
        return numbers;
    }

    private static double[] start(int n, long seed) {
        return gaussians(n, new Philox(seed, Purpose.INITIALISATION));
    }

    /** The losses {@code f(theta_0), f(theta_1) ...}; f* = 0. */
    private static List<Double> losses(QuadraticForm f, double[] start, OptimiserSettings settings, int updates) {
        Buffer theta = f.start(start);
        Optimiser optimiser = settings.optimiser(f);
        List<Double> losses = new ArrayList<>();
        for (int t = 0; t < updates; t++) {
            assertThat(optimiser.step(theta, t).finite()).isTrue();
            losses.add(f.value(theta));
        }
        return losses;
    }

    /** The equations as the thesis prints them, but for {@code least}, the smallest number of halvings allowed. */
    private static List<double[]> printed(QuadraticForm f, double[] start, double firstRate, int least, int updates) {
        List<double[]> thetas = new ArrayList<>();
        double[] y = start.clone();
        double[] before = start.clone();
        double epsilon = firstRate;
        double a = 1;
        for (int t = 0; t < updates; t++) {
            double[] g = gradient(f, y);
            double square = dot(g, g);
            int i = least;
            double[] theta = moved(y, -epsilon * Math.pow(2, -i), g);
            while (value(f, y) - value(f, theta) < Math.pow(2, -i) * epsilon * square / 2) {
                i++;
                theta = moved(y, -epsilon * Math.pow(2, -i), g);
            }
            epsilon *= Math.pow(2, -i);
            double next = (1 + Math.sqrt(4 * a * a + 1)) / 2;
            double mu = (a - 1) / next;
            for (int k = 0; k < y.length; k++) {
                y[k] = theta[k] + mu * (theta[k] - before[k]);
            }
            a = next;
            before = theta;
            thetas.add(theta);
        }
        return thetas;
    }

    private static double[] gradient(QuadraticForm f, double[] x) {
        Buffer g = f.backend.allocate(1, x.length);
        f.gradient(f.start(x), g);
        return f.read(g);
    }

    private static double value(QuadraticForm f, double[] x) {
        return f.value(f.start(x));
    }

    private static double[] moved(double[] x, double by, double[] along) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += by * along[i];
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} dimensions, condition {1}")
    @CsvSource({"1,1", "2,10", "5,100", "13,1000"})
    void without_restart_it_is_the_printed_equations(int n, double condition) {
        QuadraticForm f = quadratic(n, condition, n);
        double[] start = start(n, 3);
        Buffer theta = f.start(start);
        Optimiser optimiser = new OriginalNesterov(false, 0).optimiser(f);
        double[] g = gradient(f, start);
        double length = 0.01 * Math.max(1, Math.sqrt(dot(start, start)));
        double[] z = moved(start, -length / Math.sqrt(dot(g, g)), g);
        double[] change = moved(gradient(f, z), -1, g);
        double firstRate = length / Math.sqrt(dot(change, change));
        List<double[]> expected = printed(f, start, firstRate, 0, 60);
        for (int t = 0; t < 60; t++) {
            Step step = optimiser.step(theta, t);
            assertThat(step.rate()).isLessThanOrEqualTo(firstRate * (1 + 1e-12));
            assertThat(f.read(theta)).containsExactly(expected.get(t), within(1e-9));
        }
    }

    @ParameterizedTest(name = "{0} dimensions, condition {1}")
    @CsvSource({"1,1", "2,100", "6,1e4", "20,1e5", "40,1e3"})
    void the_loss_falls_as_nesterov_proved(int n, double condition) {
        for (long seed = 1; seed <= 5; seed++) {
            double[] start = start(n, seed);
            List<Double> losses = losses(quadratic(n, condition, seed), start, new OriginalNesterov(false, 0), 300);
            for (int t = 0; t < losses.size(); t++) {
                // eq. 7.14 with L = 1, theta* = 0 and f* = 0
                assertThat(losses.get(t)).isLessThanOrEqualTo(4 * dot(start, start) / ((t + 2.0) * (t + 2.0)));
            }
        }
    }

    @Test
    void halving_at_every_step_as_the_thesis_words_it_breaks_the_bound() {
        QuadraticForm f = quadratic(20, 1e5, 1);
        double[] start = start(20, 1);
        List<double[]> thetas = printed(f, start, 1, 1, 300);
        double[] last = thetas.getLast();
        assertThat(value(f, last)).isGreaterThan(4 * dot(start, start) / (301.0 * 301.0));
    }

    @ParameterizedTest(name = "condition {0}")
    @ValueSource(doubles = {1e2, 1e3, 1e4})
    void with_restart_the_loss_falls_by_a_fixed_factor_in_root_condition_updates(double condition) {
        QuadraticForm f = quadratic(20, condition, 7);
        double[] start = start(20, 7);
        int period = (int) Math.round(Math.sqrt(condition));
        int updates = 60 * period;
        List<Double> restarted = losses(f, start, new OriginalNesterov(true, 0), updates);
        List<Double> plain = losses(f, start, new OriginalNesterov(false, 0), updates);
        for (int t = 10 * period; t < updates; t += 10 * period) {
            assertThat(restarted.get(t)).isLessThan(restarted.get(t - 10 * period) / 100 + 1e-28);
        }
        assertThat(restarted.getLast()).isLessThan(1e-3 * plain.getLast());
    }

    @Test
    void the_momentum_begins_at_nothing_and_approaches_one_less_three_over_t_plus_five() {
        QuadraticForm f = quadratic(20, 1e5, 2);
        Buffer theta = f.start(start(20, 2));
        Optimiser optimiser = new OriginalNesterov(false, 0).optimiser(f);
        for (int t = 0; t < 400; t++) {
            double mu = optimiser.step(theta, t).momentum();
            if (t <= 1) {
                assertThat(mu).isZero();
            } else if (t > 100) {
                // mu of eq. 7.10 at update t is mu_{t-1}; the difference falls as log(t) / t^2
                assertThat(mu).isCloseTo(1 - 3 / (t + 4.0), within(10.0 / t / t));
            }
        }
    }

    @Test
    void the_same_batch_stays_for_as_many_updates_as_it_should() {
        QuadraticForm f = quadratic(3, 10, 1);
        Buffer theta = f.start(start(3, 1));
        Optimiser held = new OriginalNesterov(true, 4).optimiser(f);
        Optimiser always = new OriginalNesterov(true, 0).optimiser(f);
        for (int t = 0; t < 13; t++) {
            held.step(theta, t);
            assertThat(f.drawn).isEqualTo(t / 4);
            always.step(theta, t);
            assertThat(f.drawn).isZero();
        }
    }

    @Test
    void a_loss_that_is_no_number_at_the_look_ahead_changes_nothing() {
        QuadraticForm f = new QuadraticForm(CpuBackend.of(Precision.SINGLE), new double[] {1, 2}, new double[] {1, 3}) {
            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                double value = super.gradient(theta, gradient);
                return drawn == 2 ? Double.NaN : value;
            }
        };
        Buffer theta = f.start(new double[] {3, -4});
        Optimiser optimiser = new OriginalNesterov(true, 1).optimiser(f);
        optimiser.step(theta, 0);
        optimiser.step(theta, 1);
        double[] before = f.read(theta);
        double[] velocity = f.read(state(optimiser, "velocity"));
        double[] numbers = f.read(state(optimiser, "numbers"));
        assertThat(optimiser.step(theta, 2).finite()).isFalse();
        assertThat(f.read(theta)).containsExactly(before);
        assertThat(f.read(state(optimiser, "velocity"))).containsExactly(velocity);
        assertThat(f.read(state(optimiser, "numbers"))).containsExactly(numbers);
        assertThat(optimiser.step(theta, 3).finite()).isTrue();
    }

    private static Buffer state(Optimiser optimiser, String name) {
        return java.util.Objects.requireNonNull(optimiser.state().get(name));
    }

    @Test
    void a_gradient_that_points_the_wrong_way_is_refused_with_a_sentence() {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), new double[] {1, 2}, new double[] {1, 3}) {
            @Override
            public double gradient(Buffer theta, Buffer gradient) {
                double value = super.gradient(theta, gradient);
                backend.scale(-1, gradient);
                return value;
            }

            @Override
            public double value(Buffer theta) {
                return super.gradient(theta, backend.allocate(1, dimension())) + theta.size();
            }
        };
        Buffer theta = f.start(new double[] {3, -4});
        Step step = new OriginalNesterov(true, 0).optimiser(f).step(theta, 0);
        assertThat(step.finite()).isFalse();
        assertThat(step.obstacle().orElseThrow()).contains("another optimiser");
        assertThat(f.read(theta)).containsExactly(3, -4);
    }

    @Test
    void pieces_of_sequences_are_refused() {
        QuadraticForm f = new QuadraticForm(new ReferenceBackend(), new double[] {1, 2}, new double[] {1, 3}) {
            @Override
            public int updatesPerBatch() {
                return 3;
            }
        };
        assertThatThrownBy(() -> new OriginalNesterov(true, 0).optimiser(f))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("pieces");
    }
}
