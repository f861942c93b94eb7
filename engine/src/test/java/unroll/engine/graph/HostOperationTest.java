package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.Gru;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Holds a function beside the backend, and signals beside each other, to the same computed by operations of the backend. */
class HostOperationTest {
    private static final int N = 3;

    /** {@code y = a tanh(b)} of {@code [a b c]}, element by element; of c only its first number adds to the first result. */
    private static class GatedTanh implements HostFunction {
        @Override
        public int inputs() {
            return 2 * N + 2;
        }

        @Override
        public int outputs() {
            return N;
        }

        @Override
        public void value(double[] x, double[] y) {
            for (int i = 0; i < N; i++) {
                y[i] = x[i] * Math.tanh(x[N + i]);
            }
            y[0] += x[2 * N];
        }

        @Override
        public void tangent(double[] x, double[] rx, double[] ry) {
            for (int i = 0; i < N; i++) {
                double h = Math.tanh(x[N + i]);
                ry[i] = rx[i] * h + x[i] * (1 - h * h) * rx[N + i];
            }
            ry[0] += rx[2 * N];
        }

        @Override
        public void adjoint(double[] x, double[] ay, double[] ax) {
            for (int i = 0; i < N; i++) {
                double h = Math.tanh(x[N + i]);
                ax[i] = ay[i] * h;
                ax[N + i] = ay[i] * x[i] * (1 - h * h);
            }
            ax[2 * N] = ay[0];
            ax[2 * N + 1] = 0;
        }
    }

    /** A backend and what its numbers are rounded to. */
    record On(Backend backend, double tolerance) {
        @Override
        public String toString() {
            return backend.description();
        }
    }

    static Stream<On> backends() {
        return Stream.of(
                new On(new ReferenceBackend(), 1e-14),
                new On(CpuBackend.of(Precision.DOUBLE), 1e-14),
                new On(CpuBackend.of(Precision.SINGLE), 2e-6)); // tanh in float has 2e-7
    }

    /** Two signals a and b that follow from the same u, and c that is given, with their three sweeps. */
    private static final class HostNetwork {
        final On on;
        final Graph graph;
        final Signal u;
        final Signal y;
        final Signal sum;

        HostNetwork(On on, int steps, int sequences, boolean differentiable, Optional<HostFunction> host) {
            this.on = on;
            Backend backend = on.backend;
            graph = new Graph(backend, steps, sequences);
            u = graph.given(N, true);
            Signal c = graph.given(2, differentiable);
            Signal a = graph.signal(N);
            graph.add(new Activate(a, Activation.LOGISTIC, u));
            y = graph.signal(N);
            if (host.isPresent()) {
                graph.add(new HostOperation(y, host.get(), a, u, c));
            } else {
                Signal h = graph.signal(N);
                Signal picked = graph.signal(N);
                graph.add(new Activate(h, Activation.TANH, u));
                graph.add(Affine.of(picked, Affine.term(c, first(backend))));
                graph.add(new Combine(y, Combine.product(a, h), Combine.term(1, picked)));
            }
            sum = graph.signal(N);
            graph.add(new Combine(sum, Combine.product(y, u), Combine.term(0.5, y)));
            Philox random = new Philox(3, Purpose.SAMPLING);
            for (Buffer given : new Buffer[] {u.value(), c.value(), u.tangent(), sum.adjoint()}) {
                write(random, given);
            }
            if (differentiable) {
                write(random, c.tangent());
            }
            graph.forward();
            graph.push();
            graph.pull(List.of(sum), 0);
        }

        private static Parameter first(Backend backend) {
            Buffer weight = backend.allocate(N, 2);
            backend.write(new double[] {1, 0, 0, 0, 0, 0}, 0, weight);
            return Parameter.constant(weight);
        }

        private void write(Philox random, Buffer to) {
            double[] numbers = new double[to.size()];
            Arrays.setAll(numbers, i -> random.gaussian());
            on.backend.write(numbers, 0, to);
        }

        double[] read(Buffer from) {
            return on.backend.read(from);
        }

        List<double[]> sweeps() {
            return List.of(read(sum.value()), read(sum.tangent()), read(y.adjoint()), read(u.adjoint()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void a_function_beside_the_backend_is_the_same_composed_of_operations(On on) {
        for (int steps : new int[] {1, 4}) {
            for (int sequences : new int[] {1, 3}) {
                for (boolean differentiable : new boolean[] {false, true}) {
                    HostNetwork host =
                            new HostNetwork(on, steps, sequences, differentiable, Optional.of(new GatedTanh()));
                    HostNetwork composed = new HostNetwork(on, steps, sequences, differentiable, Optional.empty());
                    agree(on, host, composed);
                }
            }
        }
    }

    private static void agree(On on, HostNetwork actual, HostNetwork expected) {
        for (int i = 0; i < 4; i++) {
            assertThat(actual.sweeps().get(i))
                    .as("sweep %d", i)
                    .containsExactly(expected.sweeps().get(i), within(on.tolerance * 10));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void an_adjoint_that_forgets_an_input_is_noticed(On on) {
        HostNetwork composed = new HostNetwork(on, 2, 2, false, Optional.empty());
        HostNetwork wrong = new HostNetwork(on, 2, 2, false, Optional.of(new GatedTanh() {
            @Override
            public void adjoint(double[] x, double[] ay, double[] ax) {
                super.adjoint(x, ay, ax);
                ax[N + 1] = 0;
            }
        }));
        assertThatThrownBy(() -> agree(on, wrong, composed)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_function_of_other_widths_is_refused() {
        Graph graph = new Graph(new ReferenceBackend(), 2, 2);
        Signal six = graph.given(2 * N, false);
        Signal two = graph.given(2, false);
        assertThatThrownBy(() -> new HostOperation(graph.signal(N), new GatedTanh(), six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 numbers")
                .hasMessageContaining("from 6 to 3");
        assertThatThrownBy(() -> new HostOperation(graph.signal(N + 1), new GatedTanh(), six, two))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new HostOperation(graph.signal(N), new GatedTanh(), six, two).end())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("backends")
    void signals_beside_each_other_are_one_in_all_three_sweeps(On on) {
        Backend backend = on.backend;
        Graph graph = new Graph(backend, 2, 2);
        Signal a = graph.given(2, true);
        Signal code = graph.symbols(3);
        Signal b = graph.given(1, false);
        Signal y = graph.signal(8);
        graph.add(Affine.join(y, a, code, b, a));
        backend.write(new double[] {1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7, 8.8}, 0, a.value());
        backend.write(new double[] {2, 0, 1, 1}, 0, code.value());
        backend.write(new double[] {-1, -2, -3, -4}, 0, b.value());
        backend.write(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, a.tangent());
        graph.forward();
        graph.push();
        double[] numbers = new double[32];
        backend.read(y.value(), numbers, 0);
        assertThat(numbers)
                .startsWith(rounded(on, 1.1), rounded(on, 2.2), 0, 0, 1, -1, rounded(on, 1.1), rounded(on, 2.2));
        assertThat(Arrays.copyOfRange(numbers, 8, 16))
                .containsExactly(rounded(on, 3.3), rounded(on, 4.4), 1, 0, 0, -2, rounded(on, 3.3), rounded(on, 4.4));
        backend.read(y.tangent(), numbers, 0);
        assertThat(Arrays.copyOfRange(numbers, 24, 32)).containsExactly(7, 8, 0, 0, 0, 0, 7, 8);
        Arrays.setAll(numbers, i -> i);
        backend.write(numbers, 0, y.adjoint());
        graph.pull(List.of(y), 0);
        double[] adjoint = new double[8];
        backend.read(a.adjoint(), adjoint, 0);
        assertThat(adjoint).containsExactly(0 + 6, 1 + 7, 8 + 14, 9 + 15, 16 + 22, 17 + 23, 24 + 30, 25 + 31);
        assertThatThrownBy(() -> Affine.join(y, a, b)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double rounded(On on, double number) {
        return on.backend.precision() == Precision.SINGLE ? (float) number : number;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Precision.class)
    void sweeps_over_a_closed_loop_allocate_nothing(Precision precision) {
        ClosedLoop net = new ClosedLoop(CpuBackend.of(precision), new ClosedLoop.LoopSpec(new Gru(4), 6, 3, 2, 1));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Long> spent = new ArrayList<>();
        sweep(net, 3_000); // after so many the native calls are compiled
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            sweep(net, 500);
            spent.add(threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(spent.stream().mapToLong(Long::longValue).min().orElseThrow())
                .as("less than one object of 16 bytes in ten sweeps")
                .isLessThan(16 * 500 / 10);
    }

    private static void sweep(ClosedLoop net, int times) {
        for (int i = 0; i < times; i++) {
            net.graph.forward();
            net.graph.push();
            net.graph.pull(net.outputs, 0.1);
        }
    }
}
