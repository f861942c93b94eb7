package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static unroll.engine.graph.ClosedLoopTest.ROUNDING;
import static unroll.engine.graph.ClosedLoopTest.dot;
import static unroll.engine.graph.ClosedLoopTest.largest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.ClosedLoop.LoopSpec;

/** Holds the sweeps over a closed loop to a recursion that only knows single steps, and to sweeps of one step each. */
class ClosedLoopStepsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.graph.ClosedLoopTest#cases")
    void adjoints_carried_from_step_to_step_by_hand_give_the_gradient_through_all_or_the_last_of_them(LoopSpec c) {
        for (Backend backend : ClosedLoopTest.backends()) {
            for (int from : new int[] {0, c.steps() / 2}) {
                ClosedLoop net = new ClosedLoop(backend, c);
                double[] seeds = net.seeds();
                double[] swept = net.pull(seeds, 0);
                if (from > 0) {
                    net.backend.fill(0, net.parameters.gradient());
                    net.backend.fill(0, net.goal.adjoint());
                    writeSeeds(net, seeds);
                    net.graph.pull(net.outputs, from, c.steps(), 0);
                    swept = net.gradients();
                }
                double[] carried = carried(net, seeds, from, net.graph.states());
                assertThat(carried).containsExactly(swept, within(ROUNDING * largest(swept)));
            }
        }
    }

    @Test
    void a_state_that_is_not_carried_by_hand_is_missed() {
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), ClosedLoopTest.gru());
        double[] seeds = net.seeds();
        double[] swept = net.pull(seeds, 0);
        List<Signal> states = net.graph.states();
        assertThat(states).hasSize(2);
        for (Signal state : states) {
            double[] carried = carried(net, seeds, 0, List.of(state));
            assertThat(Math.abs(dot(carried, carried) - dot(swept, swept))).isGreaterThan(1e-3);
        }
    }

    private static void writeSeeds(ClosedLoop net, double[] seeds) {
        net.backend.write(seeds, 0, net.signals.state().adjoint());
        net.backend.write(
                seeds, net.signals.state().value().size(), net.signals.force().adjoint());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unroll.engine.graph.ClosedLoopTest#cases")
    void step_by_step_the_values_are_those_of_the_whole_sweep(LoopSpec c) {
        for (Backend backend : ClosedLoopTest.backends()) {
            ClosedLoop net = new ClosedLoop(backend, c);
            double[] whole = net.output(net.z);
            backend.fill(Double.NaN, net.signals.state().value());
            for (int t = 0; t < c.steps(); t++) {
                net.graph.forward(t, t + 1);
            }
            assertThat(net.read(net.signals.state().value(), net.signals.force().value()))
                    .isEqualTo(whole);
        }
    }

    /** The gradient through steps from {@code from} on, of a recursion that only knows single steps. */
    private static double[] carried(ClosedLoop net, double[] seeds, int from, List<Signal> states) {
        writeSeeds(net, seeds);
        Map<Signal, double[]> adjoints = new HashMap<>();
        List<Signal> seeded =
                Stream.concat(states.stream(), net.outputs.stream()).distinct().toList();
        for (Signal signal : seeded) {
            adjoints.put(
                    signal,
                    net.outputs.contains(signal)
                            ? net.read(signal.adjoint())
                            : new double[signal.value().size()]);
        }
        net.backend.fill(0, net.parameters.gradient());
        double[] start = new double[net.start.value().size()];
        double[] goal = new double[net.goal.value().size()];
        for (int t = net.made.steps() - 1; t >= from; t--) {
            for (Signal signal : seeded) {
                if (t >= signal.begin()) {
                    net.backend.write(of(adjoints, signal), at(signal, t), signal.adjoint(t, t + 1));
                }
            }
            net.graph.pullStep(t, seeded);
            for (Signal state : states) {
                for (int s = Math.max(state.begin(), t - net.graph.lags()); s < t; s++) {
                    add(net.read(state.adjoint(s, s + 1)), of(adjoints, state), at(state, s));
                }
            }
            add(net.read(net.start.adjoint()), start, 0);
            add(net.read(net.goal.adjoint(t, t + 1)), goal, at(net.goal, t));
        }
        double[] all = Arrays.copyOf(net.read(net.parameters.gradient()), net.z.length);
        System.arraycopy(start, 0, all, net.layout.size(), start.length);
        System.arraycopy(goal, 0, all, net.layout.size() + start.length, goal.length);
        return all;
    }

    private static double[] of(Map<Signal, double[]> adjoints, Signal signal) {
        return Objects.requireNonNull(adjoints.get(signal));
    }

    private static int at(Signal signal, int t) {
        return (t - signal.begin()) * signal.sequences() * signal.width();
    }

    private static void add(double[] numbers, double[] to, int at) {
        for (int i = 0; i < numbers.length; i++) {
            to[at + i] += numbers[i];
        }
    }
}
