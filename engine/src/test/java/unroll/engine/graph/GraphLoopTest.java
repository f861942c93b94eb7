package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** A loop around a whole model that feeds nothing back changes nothing but the order of the work. */
class GraphLoopTest {
    /** The same products in another order: some hundred roundings of 1e-16. */
    private static final double TOLERANCE = 1e-13;

    private static final int OUTPUTS = 3;

    /** A model on numbers or symbols, with something dropped or not. */
    record Case(ModelSettings model, int steps, int sequences, boolean symbols, double dropout) {
        @Override
        public String toString() {
            return model + ", T " + steps + ", B " + sequences + (symbols ? ", symbols" : "") + ", dropout " + dropout;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (ModelSettings model : EveryModel.SMALL) {
            for (int k = 0; k < 4; k++) {
                int steps = Math.max(new int[] {1, 4, 7}[cases.size() % 3], model.firstPrediction() + 1);
                cases.add(new Case(model, steps, 1 + cases.size() % 4, k % 2 == 1, k < 2 ? 0 : 0.4));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_sweep_of_a_model_in_a_loop_is_that_of_the_model_alone(Case c) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            for (double structural : new double[] {0, 0.3}) {
                SweptNetwork alone = new SweptNetwork(backend, c, false, 0, structural);
                new SweptNetwork(backend, c, true, 0, structural).agree(alone);
                SweptNetwork off = new SweptNetwork(backend, c, true, 1e-9, structural);
                assertThatThrownBy(() -> off.agree(alone))
                        .as("negative control")
                        .isInstanceOf(AssertionError.class);
            }
        }
    }

    /** A network after its three sweeps, whose parameters are scaled by 1 + {@code off}. */
    private static final class SweptNetwork {
        final double[] values;
        final double[] tangents;
        final double[] gradient;

        SweptNetwork(Backend backend, Case c, boolean looped, double off, double structural) {
            Philox random = new Philox(5, Purpose.SAMPLING);
            Model model = c.model.model(4, OUTPUTS);
            Parameters parameters = Parameters.of(model.layout(), backend);
            Graph graph = new Graph(backend, c.steps, c.sequences, c.dropout);
            Signal v = c.symbols ? graph.symbols(4) : graph.given(4, true);
            Model.Wiring wiring = looped
                    ? graph.loop(() -> model.wire(graph, parameters, graph.dropped(v)))
                    : model.wire(graph, parameters, graph.dropped(v));
            Signal o = wiring.output();
            write(backend, parameters.value(), () -> (1 + off) * 0.7 * random.gaussian());
            write(backend, parameters.direction(), random::gaussian);
            write(backend, v.value(), c.symbols ? () -> random.integer(0, 3) : random::gaussian);
            if (!c.symbols) {
                write(backend, v.tangent(), random::gaussian);
            }
            graph.drop(random::nextDouble);
            graph.forward();
            graph.push();
            write(backend, o.adjoint(), random::gaussian);
            graph.pull(List.of(o), structural);
            values = backend.read(o.value());
            tangents = backend.read(o.tangent());
            double[] weights = backend.read(parameters.gradient());
            double[] inputs = c.symbols ? new double[0] : backend.read(v.adjoint());
            gradient = Arrays.copyOf(weights, weights.length + inputs.length);
            System.arraycopy(inputs, 0, gradient, weights.length, inputs.length);
        }

        private static void write(Backend backend, Buffer to, DoubleSupplier number) {
            double[] numbers = new double[to.size()];
            Arrays.setAll(numbers, i -> number.getAsDouble());
            backend.write(numbers, 0, to);
        }

        void agree(SweptNetwork other) {
            same(values, other.values);
            same(tangents, other.tangents);
            same(gradient, other.gradient);
        }

        private static void same(double[] actual, double[] expected) {
            double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
            assertThat(actual).containsExactly(expected, within(TOLERANCE * largest));
        }
    }

    @Test
    void a_loop_in_a_loop_is_one_loop_in_the_order_of_adding() {
        Backend backend = new ReferenceBackend();
        Graph graph = new Graph(backend, 3, 1);
        Signal a = graph.given(1, true);
        Signal b = graph.signal(1);
        Signal c = graph.signal(1);
        Signal last = graph.loop(() -> {
            graph.loop(() -> {
                graph.add(new Loop(Delay.zero(b, c, 1)));
                return b;
            });
            graph.add(new Loop(new Combine(c, Combine.term(2, b), Combine.term(1, a))));
            return c;
        });
        backend.write(new double[] {1, 10, 100}, 0, a.value());
        graph.forward();
        double[] numbers = new double[3];
        backend.read(last.value(), numbers, 0);
        assertThat(numbers).containsExactly(1, 12, 124);
        assertThat(graph.states()).containsExactly(c);
    }

    @Test
    void a_body_that_fails_leaves_the_graph_as_it_was_and_an_empty_one_is_refused() {
        Graph graph = new Graph(new ReferenceBackend(), 3, 1);
        Signal a = graph.given(1, true);
        assertThatThrownBy(() -> graph.loop(() -> {
                    graph.add(Delay.zero(graph.signal(1), a, 1));
                    throw new IllegalStateException("half-way");
                }))
                .hasMessage("half-way");
        assertThat(graph.state().size()).isZero();
        graph.add(Delay.zero(graph.signal(1), a, 1));
        assertThat(graph.state().size())
                .as("added to the graph, not to the loop that failed")
                .isEqualTo(1);
        assertThatThrownBy(() -> graph.loop(() -> a)).isInstanceOf(IllegalArgumentException.class);
    }
}
