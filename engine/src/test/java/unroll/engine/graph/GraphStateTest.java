package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
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
import unroll.engine.model.EncoderDecoder;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.SkipRnn;
import unroll.engine.model.StandardRnn;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.setting.WholeNumbers;

/** Every model goes on without end over as many steps as it remembers and one more. */
class GraphStateTest {
    private static final int STEPS = 11;
    private static final int SEQUENCES = 3;
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 3;

    /** A model on numbers or symbols. */
    record Case(ModelSettings model, boolean symbols) {}

    static Stream<Case> cases() {
        return EveryModel.SMALL.stream()
                .filter(model -> !(model instanceof EncoderDecoder))
                .flatMap(model -> Stream.of(new Case(model, false), new Case(model, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void steps_without_end_are_those_of_a_sweep_over_all(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            SteppedModel whole = new SteppedModel(backend, c, STEPS);
            double[] inputs = whole.inputs();
            List<double[]> swept = whole.sweep(inputs);
            Stepped stepped = new Stepped(backend, c);
            Stepped branched = new Stepped(backend, c);
            for (int t = 0; t < STEPS; t++) {
                if (t == 7) {
                    branched.take(stepped);
                }
                assertThat(stepped.step(whole.inputs(inputs, t)))
                        .as("step %d", t)
                        .containsExactly(swept.get(t), within(1e-13));
                if (t >= 7) {
                    assertThat(branched.step(whole.inputs(inputs, t))).containsExactly(swept.get(t), within(1e-13));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void any_number_carried_that_is_off_is_noticed_at_a_later_step(Case c) {
        Backend backend = new ReferenceBackend();
        SteppedModel net = new SteppedModel(backend, c, STEPS);
        double[] inputs = net.inputs();
        int size = new Stepped(backend, c).state.length;
        for (int i = 0; i < size && !c.symbols; i++) {
            Stepped right = new Stepped(backend, c);
            Stepped off = new Stepped(backend, c);
            boolean differs = false;
            for (int t = 0; t < STEPS; t++) {
                off.state[i] += t == 5 ? 1e-3 : 0;
                differs |= !Arrays.equals(right.step(net.inputs(inputs, t)), off.step(net.inputs(inputs, t)));
            }
            assertThat(differs).as("number %d of %d", i, size).isTrue();
        }
    }

    @Test
    void a_state_that_no_start_leads_to_can_be_told() {
        Backend backend = new ReferenceBackend();
        Case c = new Case(new StandardRnn(4, Activation.TANH), false);
        Stepped stepped = new Stepped(backend, c);
        double[] written = {0.1, -0.2, 0.3, -0.4, 0.5, 0.6, 0.7, 0.8, -0.9, 1, -0.9, 0.8};
        stepped.state = written.clone();
        stepped.t = stepped.carried.steps();
        double[] input = {1, 2, 3, 4, 5, 6};
        double[] output = stepped.step(input);
        for (int b = 0; b < SEQUENCES; b++) {
            double[] h = new double[4];
            for (int i = 0; i < h.length; i++) {
                double u = stepped.net.parameter("b_h", i);
                for (int j = 0; j < INPUTS; j++) {
                    u += stepped.net.parameter("W_hv", i * INPUTS + j) * input[b * INPUTS + j];
                }
                for (int j = 0; j < h.length; j++) {
                    u += stepped.net.parameter("W_hh", i * h.length + j) * written[b * h.length + j];
                }
                h[i] = Math.tanh(u);
                assertThat(stepped.state[b * h.length + i]).isCloseTo(h[i], within(1e-14));
            }
            for (int o = 0; o < OUTPUTS; o++) {
                double sum = stepped.net.parameter("b_o", o);
                for (int j = 0; j < h.length; j++) {
                    sum += stepped.net.parameter("W_oh", o * h.length + j) * h[j];
                }
                assertThat(output[b * OUTPUTS + o]).isCloseTo(sum, within(1e-14));
            }
        }
    }

    @Test
    void what_is_carried_is_what_a_step_reads_of_each_earlier_one() {
        Graph graph = new Graph(new ReferenceBackend(), 4, 1);
        Model model = new SkipRnn(3, WholeNumbers.of(2, 5), Activation.TANH).model(INPUTS, OUTPUTS);
        model.wire(graph, Parameters.of(model.layout(), graph.backend()), graph.given(INPUTS, false));
        assertThat(graph.state().steps()).isEqualTo(5);
        assertThat(graph.state().size()).isEqualTo(15);
        assertThat(graph.stationary()).isTrue();
    }

    @Test
    void a_model_whose_steps_differ_is_not_stationary() {
        Graph graph = new Graph(new ReferenceBackend(), 4, 1);
        Model model = new EncoderDecoder(3, 2, Activation.TANH).model(INPUTS, OUTPUTS);
        model.wire(graph, Parameters.of(model.layout(), graph.backend()), graph.given(INPUTS, false));
        assertThat(graph.stationary()).isFalse();
    }

    /** A model over some steps, with the same random parameters whatever their number. */
    private static final class SteppedModel {
        final Case made;
        final Backend backend;
        final Graph graph;
        final Parameters parameters;
        final Signal v;
        final Signal o;

        SteppedModel(Backend backend, Case c, int steps) {
            made = c;
            this.backend = backend;
            Model model = c.model.model(INPUTS, OUTPUTS);
            parameters = Parameters.of(model.layout(), backend);
            graph = new Graph(backend, steps, SEQUENCES);
            v = c.symbols ? graph.symbols(INPUTS) : graph.given(INPUTS, false);
            o = model.wire(graph, parameters, v).output();
            Philox random = new Philox(7, Purpose.SAMPLING);
            double[] theta = new double[parameters.value().size()];
            Arrays.setAll(theta, i -> 0.7 * random.gaussian());
            backend.write(theta, 0, parameters.value());
        }

        /** Random inputs for all steps. */
        double[] inputs() {
            Philox random = new Philox(8, Purpose.SAMPLING);
            double[] numbers = new double[v.value().size()];
            Arrays.setAll(numbers, i -> made.symbols ? random.integer(0, INPUTS - 1) : random.gaussian());
            return numbers;
        }

        /** Those of one step. */
        double[] inputs(double[] all, int t) {
            int n = v.value().size() / v.steps();
            return Arrays.copyOfRange(all, t * n, (t + 1) * n);
        }

        List<double[]> sweep(double[] inputs) {
            backend.write(inputs, 0, v.value());
            graph.forward();
            List<double[]> outputs = new ArrayList<>();
            for (int t = 0; t < graph.steps(); t++) {
                outputs.add(read(o.value(t, t + 1)));
            }
            return outputs;
        }

        double[] read(Buffer from) {
            return backend.read(from);
        }

        double parameter(String name, int i) {
            return read(parameters.get(name).value())[i];
        }
    }

    /** A model that is swept step after step, with all that it carries in a state of plain numbers. */
    private static final class Stepped {
        final SteppedModel net;
        final GraphState carried;
        double[] state;
        int t;

        Stepped(Backend backend, Case c) {
            int steps = new SteppedModel(backend, c, 1).graph.state().steps();
            net = new SteppedModel(backend, c, steps + 1);
            carried = net.graph.state();
            assertThat(carried.steps()).isEqualTo(steps);
            assertThat(net.graph.stationary()).isTrue();
            state = new double[SEQUENCES * carried.size()];
            net.graph.prepare();
        }

        /** Goes on from where another is. */
        void take(Stepped other) {
            state = other.state.clone();
            t = other.t;
        }

        double[] step(double[] input) {
            carried.write(t, state);
            net.backend.write(input, 0, net.v.value(t, t + 1));
            net.graph.forward(t, t + 1);
            carried.read(t + 1, state);
            double[] output = net.read(net.o.value(t, t + 1));
            t = Math.min(t + 1, carried.steps());
            return output;
        }
    }
}
