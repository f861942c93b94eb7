package unroll.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

/** Holds Adam and RMSprop to their published algorithms, written out element by element, on quadratics. */
class AdaptiveMethodTest {
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

    /** Kingma and Ba's algorithm 1 in their order of steps; the products of beta are multiplied out one by one. */
    private static double[] published(
            QuadraticForm f,
            Schedule rate,
            Schedule beta1,
            Schedule beta2,
            double delta,
            boolean corrected,
            int updates) {
        double[] theta = START.clone();
        double[] m = new double[theta.length];
        double[] v = new double[theta.length];
        double product1 = 1;
        double product2 = 1;
        for (int t = 0; t < updates; t++) {
            Buffer gradient = f.backend.allocate(1, theta.length);
            f.gradient(f.start(theta), gradient);
            double[] g = f.read(gradient);
            product1 *= beta1.at(t);
            product2 *= beta2.at(t);
            for (int i = 0; i < theta.length; i++) {
                m[i] = beta1.at(t) * m[i] + (1 - beta1.at(t)) * g[i];
                v[i] = beta2.at(t) * v[i] + (1 - beta2.at(t)) * g[i] * g[i];
                double mHat = corrected ? m[i] / (1 - product1) : m[i];
                double vHat = corrected ? v[i] / (1 - product2) : v[i];
                theta[i] -= rate.at(t) * mHat / (Math.sqrt(vHat) + delta);
            }
        }
        return theta;
    }

    private static double[] end(QuadraticForm f, OptimiserSettings settings, int updates) {
        Buffer theta = f.start(START);
        Optimiser optimiser = settings.optimiser(f);
        for (int t = 0; t < updates; t++) {
            assertThat(optimiser.step(theta, t).finite()).isTrue();
        }
        return f.read(theta);
    }

    @ParameterizedTest(name = "rate {0}, beta {1} and {2}, offset {3}")
    @CsvSource(delimiter = '|', textBlock = """
        0.1                 | 0.9                  | 0.999                  | 1e-8
        0.01                | 0.5                  | 0.9                    | 0.1
        0.2                 | 0                    | 0.99                   | 1e-6
        0: 0.1, 30: 0.01    | 0: 0.9, 5: 0, 7: 0.5 | 0: 0.99, 1: 0.9, 50: 0 | 1e-3
        """)
    void adam_is_the_published_algorithm(String rate, String beta1, String beta2, double delta) {
        Schedule rates = Schedule.parse(rate);
        Schedule first = Schedule.parse(beta1);
        Schedule second = Schedule.parse(beta2);
        double[] theta = end(quadratic(), new Adam(rates, first, second, delta, NEVER), 80);
        // errors of 1e-16 grow at most by the quadratic's condition, 700
        assertThat(theta).containsExactly(published(quadratic(), rates, first, second, delta, true, 80), within(1e-11));
    }

    @Test
    void adam_without_the_correction_is_another_method() {
        Schedule beta1 = always(0.9);
        Schedule beta2 = always(0.999);
        double[] theta = end(quadratic(), new Adam(always(0.01), beta1, beta2, 1e-8, NEVER), 5);
        double[] uncorrected = published(quadratic(), always(0.01), beta1, beta2, 1e-8, false, 5);
        for (int i = 0; i < theta.length; i++) {
            assertThat(Math.abs(theta[i] - uncorrected[i])).isGreaterThan(0.01);
        }
    }

    @ParameterizedTest(name = "decay {0}, offset {1}")
    @CsvSource({"0.9,1e-8", "0.99,0.1", "0,1e-3"})
    void rmsprop_is_the_lectures_formula(double decay, double delta) {
        double[] theta = end(quadratic(), new RmsProp(always(0.05), always(decay), delta, NEVER), 80);
        double[] expected = published(quadratic(), always(0.05), NEVER, always(decay), delta, false, 80);
        assertThat(theta).containsExactly(expected, within(1e-11));
    }

    @Test
    void the_first_step_has_the_learning_rates_length_in_adam_and_is_longer_in_rmsprop() {
        QuadraticForm f = quadratic();
        Buffer gradient = f.backend.allocate(1, START.length);
        f.gradient(f.start(START), gradient);
        double[] g = f.read(gradient);
        double[] adam = end(f, new Adam(always(0.01), always(0.9), always(0.999), 1e-12, NEVER), 1);
        double[] rms = end(f, new RmsProp(always(0.01), always(0.96), 1e-12, NEVER), 1);
        for (int i = 0; i < g.length; i++) {
            assertThat(adam[i] - START[i]).isCloseTo(-0.01 * Math.signum(g[i]), within(1e-10));
            assertThat(rms[i] - START[i]).isCloseTo(-0.05 * Math.signum(g[i]), within(1e-10));
        }
    }

    static List<OptimiserSettings> methods() {
        return List.of(
                new Adam(always(0.01), always(0.9), always(0.99), 1e-12, NEVER),
                new RmsProp(always(0.01), always(0.9), 1e-12, NEVER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void the_scale_of_the_loss_does_not_matter(OptimiserSettings settings) {
        double[] larger = new double[EIGENVALUES.length];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = 1024 * EIGENVALUES[i];
        }
        double[] scaled = end(new QuadraticForm(new ReferenceBackend(), larger, REFLECTION), settings, 60);
        assertThat(scaled).containsExactly(end(quadratic(), settings, 60), within(1e-8));
    }

    @ParameterizedTest(name = "clip at {0}")
    @ValueSource(doubles = {0.01, 1})
    void a_gradient_that_is_too_long_enters_the_averages_shortened(double clip) {
        QuadraticForm f = quadratic();
        Adam settings = new Adam(always(0.01), always(0.9), always(0.99), 1e-3, always(clip));
        Optimiser adam = settings.optimiser(f);
        Buffer gradient = f.backend.allocate(1, START.length);
        double norm = Math.sqrt(f.backend.dot(gradient(f, gradient), gradient));
        Step step = adam.step(f.start(START), 0);
        assertThat(step.clipped()).isTrue();
        assertThat(step.gradientNorm()).isCloseTo(norm, within(1e-12));
        double[] g = f.read(gradient);
        double[] mean = f.read(state(adam, "mean"));
        double[] squares = f.read(state(adam, "squares"));
        for (int i = 0; i < g.length; i++) {
            double shortened = g[i] * clip / norm;
            assertThat(mean[i]).isCloseTo(0.1 * shortened, within(1e-14));
            assertThat(squares[i]).isCloseTo(0.01 * shortened * shortened, within(1e-14));
        }
    }

    private static Buffer gradient(QuadraticForm f, Buffer gradient) {
        f.gradient(f.start(START), gradient);
        return gradient;
    }

    private static Buffer state(Optimiser optimiser, String name) {
        return java.util.Objects.requireNonNull(optimiser.state().get(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void a_parameter_without_a_gradient_stays_where_it_is(OptimiserSettings settings) {
        Backend single = CpuBackend.of(Precision.SINGLE);
        QuadraticForm f = new QuadraticForm(single, new double[] {0, 1, 0}, new double[] {1, 0, 0});
        Buffer theta = f.start(new double[] {2, 3, -4});
        Optimiser optimiser = settings.optimiser(f);
        for (int t = 0; t < 30; t++) {
            assertThat(optimiser.step(theta, t).finite()).isTrue();
        }
        double[] end = f.read(theta);
        assertThat(end[0]).isEqualTo(2);
        assertThat(end[1]).isLessThan(2.9);
        assertThat(end[2]).isEqualTo(-4);
    }

    @Test
    void a_square_that_is_no_float_any_more_refuses_the_step() {
        Backend single = CpuBackend.of(Precision.SINGLE);
        QuadraticForm f = new QuadraticForm(single, new double[] {1, 1}, new double[] {1, 0});
        for (OptimiserSettings settings : methods()) {
            Buffer theta = f.start(new double[] {1e25, 1});
            Optimiser optimiser = settings.optimiser(f);
            Step step = optimiser.step(theta, 0);
            assertThat(step.loss()).isFinite();
            assertThat(step.finite()).isFalse();
            assertThat(f.read(theta)[1]).isEqualTo(1);
            assertThat(f.read(state(optimiser, "squares"))).containsOnly(0.0);
        }
    }
}
