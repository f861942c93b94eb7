package unroll.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.model.EveryModel;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** A sweep back from several signals is the sum of those from each. */
class SeedsTest {
    private static final int STEPS = 6;
    private static final int SEQUENCES = 3;

    /** Sums of some tens of numbers in another order. */
    private static final double TOLERANCE = 1e-13;

    static Stream<ModelSettings> models() {
        return EveryModel.SMALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void a_pull_from_hidden_states_and_outputs_is_the_sum_of_two_pulls(ModelSettings settings) {
        for (Backend backend : List.of(new ReferenceBackend(), CpuBackend.of(Precision.DOUBLE))) {
            SeededNetwork net = new SeededNetwork(backend, settings);
            for (int from : new int[] {0, 1, 4}) {
                for (int to : new int[] {5, 6}) {
                    double[] both = net.pull(List.of(net.hidden, net.output), from, to);
                    double[] swapped = net.pull(List.of(net.output, net.hidden), from, to);
                    double[] one = net.pull(List.of(net.hidden), from, to);
                    double[] other = net.pull(List.of(net.output), from, to);
                    double largest = Arrays.stream(both).map(Math::abs).max().orElseThrow();
                    for (int i = 0; i < both.length; i++) {
                        assertThat(both[i]).isCloseTo(one[i] + other[i], within(TOLERANCE * largest));
                    }
                    assertThat(swapped).isEqualTo(both);
                    if (net.hidden != net.output) {
                        assertThat(both).as("negative control").isNotEqualTo(other);
                    }
                }
            }
        }
    }

    /** A network whose hidden states and outputs are seeded with random numbers. */
    private static final class SeededNetwork {
        final Backend backend;
        final Graph graph;
        final Parameters parameters;
        final Signal v;
        final Signal hidden;
        final Signal output;
        final double[] seeds;

        SeededNetwork(Backend backend, ModelSettings settings) {
            this.backend = backend;
            Model model = settings.model(2, 3);
            parameters = Parameters.of(model.layout(), backend);
            graph = new Graph(backend, STEPS, SEQUENCES);
            v = graph.given(2, true);
            Model.Wiring wiring = model.wire(graph, parameters, v);
            hidden = wiring.hidden();
            output = wiring.output();
            Philox random = new Philox(2, Purpose.SAMPLING);
            backend.write(gaussian(random, parameters.value().size()), 0, parameters.value());
            backend.write(gaussian(random, v.value().size()), 0, v.value());
            seeds = gaussian(random, 2 * hidden.value().size() + output.value().size());
            graph.forward();
        }

        private static double[] gaussian(Philox random, int n) {
            double[] numbers = new double[n];
            Arrays.setAll(numbers, i -> 0.7 * random.gaussian());
            return numbers;
        }

        double[] pull(List<Signal> seeded, int from, int to) {
            backend.fill(0, parameters.gradient());
            backend.fill(0, v.adjoint()); // a sweep over some steps leaves the others alone
            for (Signal signal : seeded) {
                boolean both = hidden == output && seeded.size() > 1;
                backend.write(seeds, signal == hidden ? 0 : hidden.value().size(), signal.adjoint());
                if (both) {
                    backend.scale(2, signal.adjoint());
                }
            }
            graph.pull(seeded, from, to, 0);
            double[] gradient = backend.read(parameters.gradient());
            double[] inputs = backend.read(v.adjoint());
            double[] all = Arrays.copyOf(gradient, gradient.length + inputs.length);
            System.arraycopy(inputs, 0, all, gradient.length, inputs.length);
            return all;
        }
    }
}
