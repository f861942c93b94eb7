package unroll.engine.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import unroll.engine.analysis.Eigenvalues;
import unroll.engine.analysis.Spectrum;
import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;
import unroll.engine.model.StandardRnn;
import unroll.engine.problem.Predictor;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

class LyapunovMeasureTest {
    private static Lyapunov measure(StateMap map, double[] start, int steps) {
        return new LyapunovMeasure(100, 500, steps, 0, 3).along(map, start, share -> {});
    }

    private static double[] start(int n) {
        double[] start = new double[n];
        Arrays.setAll(start, i -> 0.4 * Math.sin(2 + i));
        return start;
    }

    @Test
    void exponents_of_a_linear_map_are_the_logarithms_of_its_eigenvalues_and_their_sum_that_of_its_determinant() {
        for (int n : new int[] {1, 3, 8}) {
            double[][] w = Nets.gaussian(n, 0.5, 15 + n);
            double[] flat = Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray();
            Lyapunov found =
                    measure(Nets.autonomous(Activation.LINEAR, w, new double[n], new double[n]), new double[n], 5000);
            Spectrum spectrum = Eigenvalues.every(flat, n);
            double[] expected = java.util.stream.IntStream.range(0, n)
                    .mapToDouble(i -> -Math.log(spectrum.modulus(i)))
                    .sorted()
                    .map(x -> -x)
                    .toArray();
            assertThat(found.exponents()).containsExactly(expected, within(2e-3));
            assertThat(found.sum()).isCloseTo(Math.log(Math.abs(CommonOps_DDRM.det(new DMatrixRMaj(w)))), within(1e-9));
        }
    }

    @Test
    void the_fully_chaotic_parabola_has_ln_2() {
        Lyapunov found = measure(Maps.logistic(4), new double[] {0.2}, 100_000);
        assertThat(found.exponents()[0]).isCloseTo(Math.log(2), within(3e-3));
        assertThat(found.twin()).isCloseTo(Math.log(2), within(3e-3));
        assertThat(found.verdict()).isEqualTo(Lyapunov.Verdict.CHAOS);
    }

    /** 0.4192 and -1.6232, dimension 1.258 (Sprott, "Chaos and Time-Series Analysis", 2003, appendix A). */
    @Test
    void henons_map_has_the_exponents_and_the_dimension_of_the_literature() {
        Lyapunov found = measure(Maps.henon(1.4, 0.3), new double[] {0.1, 0.1}, 100_000);
        assertThat(found.exponents()).containsExactly(new double[] {0.4192, -1.6232}, within(4e-3));
        assertThat(found.sum()).isCloseTo(Math.log(0.3), within(1e-9));
        assertThat(found.dimension()).isCloseTo(1.258, within(4e-3));
        assertThat(found.entropy()).isEqualTo(found.exponents()[0]);
        assertThat(found.twin()).isCloseTo(0.4192, within(5e-3));
    }

    @Test
    void at_rest_they_are_those_of_the_point() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.diagonal(2, 2), new double[2], 0, 0);
        Lyapunov found = measure(map, new double[] {0.3, -0.4}, 1000);
        double slope = Math.log(2 * (1 - 0.957504 * 0.957504));
        assertThat(found.exponents()).containsExactly(new double[] {slope, slope}, within(1e-5));
        assertThat(found.dimension()).isZero();
        assertThat(found.verdict()).isEqualTo(Lyapunov.Verdict.FORGETS);
    }

    @Test
    void a_turning_circle_has_one_of_0() {
        StateMap map = Nets.autonomous(Activation.TANH, Nets.rotation(1.1, 2 * Math.PI / 12), new double[2], 0.1, 0);
        Lyapunov found = measure(map, new double[] {0.1, 0}, 20_000);
        assertThat(found.exponents()[0]).isCloseTo(0, within(2e-4));
        assertThat(found.exponents()[1]).isLessThan(-0.05);
        assertThat(found.verdict()).isEqualTo(Lyapunov.Verdict.NEUTRAL);
        assertThat(found.dimension()).isCloseTo(1, within(1e-2));
    }

    @Test
    void two_units_that_never_settle_have_the_exponent_of_their_difference() {
        double mu = 5.4;
        StateMap map = Nets.autonomous(
                Activation.LOGISTIC, new double[][] {{-5 * mu, 5 * mu}, {-25 * mu, 25 * mu}}, new double[2], 0.4, 0.6);
        Lyapunov found = measure(map, new double[] {0.4, 0.6}, 100_000);
        assertThat(found.exponents()[0]).isCloseTo(0.4854, within(8e-3));
        assertThat(found.dimension()).as("the other direction is flat").isLessThan(1.3);
        assertThat(found.twin()).isCloseTo(found.exponents()[0], within(8e-3));
    }

    @Test
    void a_silent_network_forgets_at_its_spectral_radius_and_an_input_quietens_a_loud_one() {
        int n = 60;
        double[][] w = Nets.gaussian(n, 1, 16);
        double radius = Eigenvalues.every(
                        Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray(), n)
                .radius();
        double[][] silent = Arrays.stream(w)
                .map(row -> Arrays.stream(row).map(x -> 0.9 * x / radius).toArray())
                .toArray(double[][]::new);
        Lyapunov found = measure(Nets.autonomous(Activation.TANH, silent, new double[n], start(n)), start(n), 5000);
        assertThat(found.exponents()[0]).isCloseTo(Math.log(0.9), within(1e-3));

        double[][] loud = Arrays.stream(w)
                .map(row -> Arrays.stream(row).map(x -> 1.8 * x / radius).toArray())
                .toArray(double[][]::new);
        Predictor predictor = Nets.predictor(new StandardRnn(n, Activation.TANH), 1, 1, Loss.SQUARED);
        double[] theta = new double[predictor.layout().size()];
        Nets.put(
                theta,
                predictor.layout(),
                "W_hh",
                Arrays.stream(loud).flatMapToDouble(Arrays::stream).toArray());
        double[] win = new double[n];
        Arrays.fill(win, 1.5);
        Nets.put(theta, predictor.layout(), "W_hv", win);
        double[][] inputs = new double[3000][1];
        Philox random = new Philox(1, Purpose.SAMPLING);
        for (double[] row : inputs) {
            row[0] = 2 * random.gaussian();
        }
        NetworkMap alone = new NetworkMap(predictor, theta, new InputMode.Held(new double[1]));
        assertThat(measure(alone, start(n), 2000).exponents()[0]).isGreaterThan(0.02);
        assertThat(measure(alone.receiving(new InputMode.Driven(inputs)), start(n), 2000)
                        .exponents()[0])
                .isLessThan(-0.1);
    }

    @Test
    void along_a_sequence_each_step_receives_its_own_input() {
        Predictor predictor = Nets.predictor(new StandardRnn(1, Activation.TANH), 1, 1, Loss.SQUARED);
        double[] theta = new double[predictor.layout().size()];
        Nets.put(theta, predictor.layout(), "W_hh", 1.5);
        Nets.put(theta, predictor.layout(), "W_hv", 1);
        double[][] inputs = {{1}, {-0.5}, {0.2}};
        double h = 0;
        double sum = 0;
        for (int t = 0; t < 3300; t++) {
            h = Math.tanh(1.5 * h + inputs[t % 3][0]);
            sum += t < 300 ? 0 : Math.log(1.5 * (1 - h * h));
        }
        NetworkMap map = new NetworkMap(predictor, theta, new InputMode.Driven(inputs));
        assertThat(measure(map, new double[1], 3000).exponents()[0]).isCloseTo(sum / 3000, within(1e-3));
    }

    @Test
    void it_stops_as_soon_as_the_error_is_small_enough_and_says_when_it_never_was() {
        StateMap map = Maps.henon(1.4, 0.3);
        Lyapunov found = new LyapunovMeasure(1, 500, 200_000, 0.01, 3).along(map, new double[] {0.1, 0.1}, share -> {});
        assertThat(found.converged()).isTrue();
        assertThat(found.steps()).isLessThan(20_000);
        assertThat(found.errors()[0]).isLessThan(0.01);
        assertThat(found.exponents()).hasSize(1);
        assertThat(found.running()).hasSize(found.steps() / found.interval());
        assertThat(found.dimension()).as("of one exponent of two").isNaN();
        Lyapunov short_ = new LyapunovMeasure(1, 500, 300, 1e-6, 3).along(map, new double[] {0.1, 0.1}, share -> {});
        assertThat(short_.converged()).isFalse();
    }

    /** The spread of many estimates is what each says its error is. */
    @Test
    void the_error_is_that_of_repeated_measurements() {
        int count = 40;
        double sum = 0;
        double squares = 0;
        double said = 0;
        for (int i = 0; i < count; i++) {
            Lyapunov found = measure(Maps.henon(1.4, 0.3), new double[] {0.1 + 0.001 * i, 0.1}, 4000);
            sum += found.exponents()[0];
            squares += found.exponents()[0] * found.exponents()[0];
            said += found.errors()[0] / count;
        }
        double spread = Math.sqrt(squares / count - sum * sum / count / count);
        assertThat(said).isBetween(spread / 1.6, spread * 1.6);
    }

    @Test
    void it_ends_when_it_is_told_to_and_refuses_what_leaves_the_numbers() {
        StateMap map = Maps.logistic(4);
        assertThatThrownBy(() -> LyapunovMeasure.USUAL.along(map, new double[] {0.2}, share -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> measure(Maps.logistic(5), new double[] {0.3}, 1000))
                .hasMessageContaining("left the finite numbers");
    }
}
