package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
 * Holds the fused recurrence to the same network put together from one {@link Affine} and one {@link Activate} for each
 * time step, which know nothing of time.
 */
class RecurrenceTest {
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
    void the_fused_recurrence_is_its_composition_step_by_step(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            for (double structural : new double[] {0, STRUCTURAL}) {
                Numbers numbers = new Numbers(c);
                Sweeps fused = new Sweeps(backend, c, numbers, true, structural);
                Sweeps composed = new Sweeps(backend, c, numbers, false, structural);
                fused.agree(composed);
            }
        }
    }

    @Test
    void a_weight_that_is_off_by_a_billionth_is_noticed() {
        Case c = new Case(Activation.TANH, 7, 3, 2, 5, 1);
        Numbers numbers = new Numbers(c);
        Sweeps right = new Sweeps(new ReferenceBackend(), c, numbers, true, 0);
        numbers.weight[3] += 1e-9;
        Sweeps wrong = new Sweeps(new ReferenceBackend(), c, numbers, false, 0);
        assertThatThrownBy(() -> right.agree(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_structural_term_that_is_left_out_is_noticed() {
        Case c = new Case(Activation.LOGISTIC, 2, 3, 2, 5, 1);
        Numbers numbers = new Numbers(c);
        Sweeps right = new Sweeps(new ReferenceBackend(), c, numbers, true, STRUCTURAL);
        Sweeps wrong = new Sweeps(new ReferenceBackend(), c, numbers, false, 0);
        assertThatThrownBy(() -> right.agree(wrong)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void computed_step_by_step_the_values_are_those_of_the_whole_sweep(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            Numbers numbers = new Numbers(c);
            Sweeps whole = new Sweeps(backend, c, numbers, true, 0);
            Sweeps stepped = new Sweeps(backend, c, numbers, true, 0);
            backend.fill(Double.NaN, stepped.hidden.value());
            for (int t = 0; t < c.steps; t++) {
                stepped.graph.forward(t, t + 1);
            }
            same("h", stepped.read(stepped.hidden.value()), whole.read(whole.hidden.value()));
        }
    }

    @Test
    void a_drive_that_feeds_something_else_is_refused() {
        Backend backend = new ReferenceBackend();
        Case c = new Case(Activation.TANH, 2, 1, 1, 3, 1);
        Sweeps sweeps = new Sweeps(backend, c, new Numbers(c), true, 0);
        sweeps.drive.claim();
        assertThatThrownBy(() -> sweeps.hidden.pull(0)).hasMessageContaining("feeds nothing else");
    }

    /** Random parameters, direction, inputs and loss derivatives; the rows of a mask are 0. */
    private static final class Numbers {
        final double[] input;
        final double[] inputWeight;
        final double[] weight;
        final double[] bias;
        final double[] start;
        final double[] direction;
        final double[] adjoint;

        Numbers(Case c) {
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
                    java.util.Arrays.fill(adjoint, row * c.hidden, (row + 1) * c.hidden, 0);
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
    private static final class Sweeps {
        final Backend backend;
        final Graph graph = new Graph();
        final Parameter inputWeight;
        final Parameter weight;
        final Parameter bias;
        final Parameter start;
        final Sequence hidden;
        final Sequence drive;
        final List<Sequence> steps = new ArrayList<>();
        final List<Sequence> drives = new ArrayList<>();
        private int taken;

        Sweeps(Backend backend, Case c, Numbers numbers, boolean fused, double structural) {
            this.backend = backend;
            inputWeight = parameter(numbers.inputWeight, numbers.direction, c.hidden, c.inputs);
            weight = parameter(numbers.weight, numbers.direction, c.hidden, c.hidden);
            bias = parameter(numbers.bias, numbers.direction, 1, c.hidden);
            start = parameter(numbers.start, numbers.direction, 1, c.hidden);
            hidden = fused ? fused(c, numbers) : composed(c, numbers);
            drive = drives.getFirst();
            graph.forward();
            graph.push();
            backend.write(numbers.adjoint, 0, hidden.adjoint());
            graph.pull(hidden, structural);
        }

        private Parameter parameter(double[] numbers, double[] directions, int rows, int columns) {
            Parameter parameter = new Parameter(
                    backend.allocate(rows, columns), backend.allocate(rows, columns), backend.allocate(rows, columns));
            backend.write(numbers, 0, parameter.value());
            backend.write(directions, taken, parameter.tangent());
            taken += rows * columns;
            return parameter;
        }

        private Sequence fused(Case c, Numbers numbers) {
            Input v = graph.add(new Input(backend, c.steps, c.sequences, c.inputs));
            backend.write(numbers.input, 0, v.value());
            Affine d = graph.add(
                    new Affine(backend, c.steps, c.sequences, List.of(new Affine.Term(v, inputWeight)), bias));
            drives.add(d);
            Recurrence h = graph.add(new Recurrence(backend, c.activation, d, weight, start));
            steps.add(h);
            return h;
        }

        private Sequence composed(Case c, Numbers numbers) {
            Sequence before = graph.add(new Affine(backend, 1, c.sequences, List.of(), start));
            for (int t = 0; t < c.steps; t++) {
                Input v = graph.add(new Input(backend, 1, c.sequences, c.inputs));
                backend.write(numbers.input, t * c.sequences * c.inputs, v.value());
                Affine u = graph.add(new Affine(
                        backend,
                        1,
                        c.sequences,
                        List.of(new Affine.Term(v, inputWeight), new Affine.Term(before, weight)),
                        bias));
                drives.add(u);
                before = graph.add(new Activate(backend, c.activation, u));
                steps.add(before);
            }
            return graph.add(new Join(backend, steps));
        }

        void agree(Sweeps other) {
            same("h", read(hidden.value()), other.read(other.hidden.value()));
            same("R h", read(hidden.tangent()), other.read(other.hidden.tangent()));
            same("dL/dh", adjoints(steps), other.adjoints(other.steps));
            same("dL/du", adjoints(drives), other.adjoints(other.drives));
            same("dL/dW_hv", read(inputWeight.adjoint()), other.read(other.inputWeight.adjoint()));
            same("dL/dW_hh", read(weight.adjoint()), other.read(other.weight.adjoint()));
            same("dL/db_h", read(bias.adjoint()), other.read(other.bias.adjoint()));
            same("dL/dh_0", read(start.adjoint()), other.read(other.start.adjoint()));
        }

        private double[] adjoints(List<Sequence> parts) {
            return parts.stream()
                    .flatMapToDouble(part -> java.util.Arrays.stream(read(part.adjoint())))
                    .toArray();
        }

        double[] read(Buffer buffer) {
            double[] numbers = new double[buffer.size()];
            backend.read(buffer, numbers, 0);
            return numbers;
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
