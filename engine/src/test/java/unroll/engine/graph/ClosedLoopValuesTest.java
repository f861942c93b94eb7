package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static unroll.engine.graph.ClosedLoopTest.furthest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.ClosedLoop.LoopSpec;
import unroll.engine.model.Gru;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/** Holds the values of a closed loop to a loop in plain Java. */
class ClosedLoopValuesTest {
    /** Sums of some tens of numbers of size 1 in another order, through a few steps that may double a rounding of 1e-16. */
    private static final double TOLERANCE = 1e-12;

    /** A controller in both forms. */
    record BothForms(LoopSpec made, Function<PlainLoop, Supplier<PlainLoop.Controller>> plain) {
        @Override
        public String toString() {
            return made.toString();
        }
    }

    static Stream<BothForms> written() {
        List<BothForms> all = new ArrayList<>();
        for (int delay : new int[] {1, 2, 4, 9}) {
            for (int sequences : new int[] {1, 3}) {
                all.add(new BothForms(
                        new LoopSpec(new StandardRnn(5, Activation.TANH), 7, sequences, delay, 1),
                        p -> () -> p.rnn(5)));
                all.add(new BothForms(new LoopSpec(new StandardLstm(3), 6, sequences, delay, 2), p -> () -> p.lstm(3)));
                all.add(new BothForms(new LoopSpec(new Gru(4), 8, sequences, delay, 3), p -> () -> p.gru(4)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void states_and_forces_are_those_of_a_loop_in_plain_java(BothForms w) {
        for (Backend backend : ClosedLoopTest.backends()) {
            ClosedLoop net = new ClosedLoop(backend, w.made);
            double[] plain = plain(net, w, net.z, w.made.delay(), (t, seen) -> seen);
            assertThat(net.output(net.z)).containsExactly(plain, within(TOLERANCE));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void any_number_that_is_off_by_a_millionth_and_a_delay_of_another_step_are_noticed(BothForms w) {
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), w.made);
        double[] right = net.output(net.z);
        for (int i = 0; i < net.z.length; i++) {
            double[] moved = net.z.clone();
            moved[i] += 1e-6;
            assertThat(furthest(right, plain(net, w, moved, w.made.delay(), (t, seen) -> seen)))
                    .as("number %d", i)
                    .isGreaterThan(100 * TOLERANCE);
        }
        if (w.made.delay() < w.made.steps()) {
            assertThat(furthest(right, plain(net, w, net.z, w.made.delay() + 1, (t, seen) -> seen)))
                    .isGreaterThan(1e-4);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void what_is_seen_can_be_disturbed_inside_the_loop(BothForms w) {
        ClosedLoop net = new ClosedLoop(new ReferenceBackend(), w.made);
        double[] left = net.output(net.z);
        net.graph.intervene(net.signals.seen(), (t, rows) -> {
            double[] numbers = net.read(rows);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] += noise(t, i % PointMass.STATE);
            }
            net.backend.write(numbers, 0, rows);
        });
        PlainLoop.Sensor disturbed = (t, seen) -> {
            double[] numbers = seen.clone();
            Arrays.setAll(numbers, i -> seen[i] + noise(t, i));
            return numbers;
        };
        double[] disturbedOutput = net.output(net.z);
        assertThat(disturbedOutput).containsExactly(plain(net, w, net.z, w.made.delay(), disturbed), within(TOLERANCE));
        assertThat(furthest(left, disturbedOutput)).isGreaterThan(1e-3);
        net.graph.clearIntervention(net.signals.seen());
        assertThat(net.output(net.z)).isEqualTo(left);
    }

    private static double noise(int t, int i) {
        return t == 2 ? 0.1 * (i + 1) : 0;
    }

    private static double[] plain(ClosedLoop net, BothForms w, double[] z, int delay, PlainLoop.Sensor sensor) {
        PlainLoop loop = new PlainLoop(net.layout, z);
        return loop.run(w.plain.apply(loop), w.made.steps(), w.made.sequences(), delay, sensor);
    }
}
