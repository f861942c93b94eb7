package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Holds a loop to the same network put together from one {@link Affine} and one {@link Activate} for each time step, in a
 * graph that knows nothing of time.
 */
class LoopTest {
    /**
     * Both add the same products in another order: some 20 roundings of 1e-16 in each of 7 steps, each of which may
     * double what the last one left, is below 4e-13 of the largest number.
     */
    private static final double TOLERANCE = 4e-13;

    private static final double STRUCTURAL = 0.7;

    /** A network, its sizes, and the backends to compute it on. */
    record Case(Activation activation, int steps, int sequences, int inputs, int hidden, long seed) {
        @Override
        public String toString() {
            return activation + ", T " + steps + ", B " + sequences + ", I " + inputs + ", H " + hidden + ", seed "
                    + seed;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (int steps : new int[] {1, 2, 7}) {
                for (int sequences : new int[] {1, 3, 5}) {
                    int n = cases.size();
                    cases.add(new Case(activation, steps, sequences, 1 + n % 4, 1 + n * 5 % 7, n));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_loop_is_its_composition_step_by_step(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            for (double structural : new double[] {0, STRUCTURAL}) {
                RandomNumbers numbers = new RandomNumbers(c);
                SweepResults fused = new SweepResults(backend, c, numbers, true, structural);
                SweepResults composed = new SweepResults(backend, c, numbers, false, structural);
                fused.agree(composed);
            }
        }
    }

    @Test
    void a_weight_that_is_off_by_a_billionth_is_noticed() {
        Case c = new Case(Activation.TANH, 7, 3, 2, 5, 1);
        RandomNumbers numbers = new RandomNumbers(c);
        SweepResults right = new SweepResults(new ReferenceBackend(), c, numbers, true, 0);
        numbers.weight[3] += 1e-9;
        SweepResults wrong = new SweepResults(new ReferenceBackend(), c, numbers, false, 0);
        assertThatThrownBy(() -> right.agree(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_structural_term_that_is_left_out_is_noticed() {
        Case c = new Case(Activation.LOGISTIC, 2, 3, 2, 5, 1);
        RandomNumbers numbers = new RandomNumbers(c);
        SweepResults right = new SweepResults(new ReferenceBackend(), c, numbers, true, STRUCTURAL);
        SweepResults wrong = new SweepResults(new ReferenceBackend(), c, numbers, false, 0);
        assertThatThrownBy(() -> right.agree(wrong)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void computed_step_by_step_the_values_are_those_of_the_whole_sweep(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            RandomNumbers numbers = new RandomNumbers(c);
            SweepResults whole = new SweepResults(backend, c, numbers, true, 0);
            SweepResults stepped = new SweepResults(backend, c, numbers, true, 0);
            backend.fill(Double.NaN, stepped.steps.getFirst().value());
            for (int t = 0; t < c.steps; t++) {
                stepped.graph.forward(t, t + 1); // the first step makes everything ready
            }
            same("h", stepped.values(stepped.steps), whole.values(whole.steps));
        }
    }

    @Test
    void a_signal_that_is_read_twice_has_both_contributions() {
        Backend backend = new ReferenceBackend();
        Graph graph = new Graph(backend, 3, 2);
        Signal v = graph.given(1, true);
        Signal u = graph.signal(1);
        Signal once = graph.signal(1);
        Signal twice = graph.signal(1);
        Parameter two = constant(backend, 2);
        graph.add(new Combine(u, Combine.term(1, v)));
        graph.add(Affine.of(once, Affine.term(u, two)));
        graph.add(Delay.zero(twice, u, 1));
        Signal sum = graph.signal(1);
        graph.add(new Combine(sum, Combine.term(3, once), Combine.term(5, twice)));
        graph.forward();
        backend.fill(1, sum.adjoint());
        backend.fill(Double.NaN, v.adjoint());
        backend.fill(Double.NaN, u.adjoint());
        graph.pull(List.of(sum), 0);
        double[] adjoint = new double[6];
        backend.read(v.adjoint(), adjoint, 0);
        assertThat(adjoint).as("3 x 2 and, where a later step looks back, 5").containsExactly(11, 11, 11, 11, 6, 6);
    }

    private static Parameter constant(Backend backend, double number) {
        Parameter parameter = new Parameter(backend.allocate(1, 1), backend.allocate(1, 1), backend.allocate(1, 1));
        backend.fill(number, parameter.value());
        return parameter;
    }

    /** Random parameters, direction, inputs and loss derivatives; the rows of a mask are 0. */
    private static final class RandomNumbers {
        final double[] input;
        final double[] inputWeight;
        final double[] weight;
        final double[] bias;
        final double[] start;
        final double[] direction;
        final double[] adjoint;

        RandomNumbers(Case c) {
            Philox random = new Philox(c.seed, Purpose.SAMPLING);
            input = gaussian(random, c.steps * c.sequences * c.inputs, 1);
            inputWeight = gaussian(random, c.hidden * c.inputs, 1);
            weight = gaussian(random, c.hidden * c.hidden, 1 / Math.sqrt(c.hidden));
            bias = gaussian(random, c.hidden, 1);
            start = gaussian(random, c.hidden, 1);
            direction = gaussian(random, c.hidden * (c.inputs + c.hidden + 2), 1);
            adjoint = gaussian(random, c.steps * c.sequences * c.hidden, 1);
            for (int row = 0; row < c.steps * c.sequences; row++) {
                if (row % 3 == 2) { // a step that does not count
                    Arrays.fill(adjoint, row * c.hidden, (row + 1) * c.hidden, 0);
                }
            }
        }

        private static double[] gaussian(Philox random, int n, double deviation) {
            double[] numbers = new double[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = deviation * random.gaussian();
            }
            return numbers;
        }
    }

    /** A network of either make after its three sweeps. */
    private static final class SweepResults {
        final Backend backend;
        final Graph graph;
        final Parameter inputWeight;
        final Parameter weight;
        final Parameter bias;
        final Parameter start;
        final List<Signal> steps = new ArrayList<>();
        final List<Signal> drives = new ArrayList<>();
        private int taken;

        SweepResults(Backend backend, Case c, RandomNumbers numbers, boolean looped, double structural) {
            this.backend = backend;
            graph = new Graph(backend, looped ? c.steps : 1, c.sequences);
            inputWeight = parameter(numbers.inputWeight, numbers.direction, c.hidden, c.inputs);
            weight = parameter(numbers.weight, numbers.direction, c.hidden, c.hidden);
            bias = parameter(numbers.bias, numbers.direction, 1, c.hidden);
            start = parameter(numbers.start, numbers.direction, 1, c.hidden);
            Signal sum = looped ? looped(c, numbers) : composed(c, numbers);
            graph.forward();
            graph.push();
            backend.fill(1, sum.adjoint());
            graph.pull(List.of(sum), structural);
        }

        private Parameter parameter(double[] numbers, double[] directions, int rows, int columns) {
            Parameter parameter = new Parameter(
                    backend.allocate(rows, columns), backend.allocate(rows, columns), backend.allocate(rows, columns));
            backend.write(numbers, 0, parameter.value());
            backend.write(directions, taken, parameter.tangent());
            taken += rows * columns;
            return parameter;
        }

        private Signal looped(Case c, RandomNumbers numbers) {
            Signal v = graph.given(c.inputs, false);
            backend.write(numbers.input, 0, v.value());
            Signal u = graph.signal(c.hidden);
            Signal h = graph.signal(c.hidden);
            Signal before = graph.signal(c.hidden);
            graph.add(Affine.of(u, bias, Affine.term(v, inputWeight)));
            graph.add(new Loop(
                    Delay.learned(before, h, 1, start),
                    Affine.adding(u, Affine.term(before, weight)),
                    new Activate(h, c.activation, u)));
            drives.add(u);
            steps.add(h);
            Signal adjoint = graph.given(c.hidden, false);
            backend.write(numbers.adjoint, 0, adjoint.value());
            Signal sum = graph.signal(c.hidden);
            graph.add(new Combine(sum, Combine.product(h, adjoint)));
            return sum;
        }

        private Signal composed(Case c, RandomNumbers numbers) {
            Signal before = graph.signal(c.hidden);
            graph.add(Affine.of(before, start));
            List<Combine.Summand> terms = new ArrayList<>();
            for (int t = 0; t < c.steps; t++) {
                Signal v = graph.given(c.inputs, false);
                backend.write(numbers.input, t * c.sequences * c.inputs, v.value());
                Signal u = graph.signal(c.hidden);
                graph.add(Affine.of(u, bias, Affine.term(v, inputWeight), Affine.term(before, weight)));
                drives.add(u);
                before = graph.signal(c.hidden);
                graph.add(new Activate(before, c.activation, u));
                steps.add(before);
                Signal adjoint = graph.given(c.hidden, false);
                backend.write(numbers.adjoint, t * c.sequences * c.hidden, adjoint.value());
                terms.add(Combine.product(before, adjoint));
            }
            Signal sum = graph.signal(c.hidden);
            graph.add(new Combine(sum, terms));
            return sum;
        }

        void agree(SweepResults other) {
            same("h", values(steps), other.values(other.steps));
            same("R h", each(steps, Signal::tangent), other.each(other.steps, Signal::tangent));
            same("dL/dh", each(steps, Signal::adjoint), other.each(other.steps, Signal::adjoint));
            same("dL/du", each(drives, Signal::adjoint), other.each(other.drives, Signal::adjoint));
            same("dL/dW_hv", read(inputWeight.adjoint()), other.read(other.inputWeight.adjoint()));
            same("dL/dW_hh", read(weight.adjoint()), other.read(other.weight.adjoint()));
            same("dL/db_h", read(bias.adjoint()), other.read(other.bias.adjoint()));
            same("dL/dh_0", read(start.adjoint()), other.read(other.start.adjoint()));
        }

        double[] values(List<Signal> signals) {
            return each(signals, Signal::value);
        }

        private double[] each(List<Signal> signals, Function<Signal, Buffer> part) {
            return signals.stream()
                    .flatMapToDouble(signal -> Arrays.stream(read(part.apply(signal))))
                    .toArray();
        }

        double[] read(Buffer buffer) {
            return backend.read(buffer);
        }
    }

    /** Every element to the tolerance of the largest. */
    private static void same(String what, double[] actual, double[] expected) {
        assertThat(actual).as("size of %s", what).hasSameSizeAs(expected);
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s[%d]: %s instead of %s", what, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(TOLERANCE * largest);
        }
    }
}
