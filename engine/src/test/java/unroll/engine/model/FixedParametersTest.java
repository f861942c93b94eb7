package unroll.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Holds a network with a parameter that is never trained to the same network in which it is. */
class FixedParametersTest {
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static final int STEPS = 4;
    private static final int SEQUENCES = 3;

    /** A model of which one parameter is fixed, and whether its inputs are symbols. */
    record Case(ModelSettings settings, String fixed, boolean symbols) {}

    static Stream<Case> cases() {
        List<ModelSettings> models = List.of(
                new StandardRnn(5, Activation.TANH),
                new StandardLstm(3),
                new ThesisLstm(3, 2),
                new Gru(4),
                new MultiplicativeRnn(3, 4, Activation.TANH),
                new TensorRnn(3, Activation.LOGISTIC));
        return models.stream()
                .flatMap(model -> model.model(INPUTS, OUTPUTS).layout().slots().stream()
                        .flatMap(slot -> Stream.of(false, true).map(symbols -> new Case(model, slot.name(), symbols))));
    }

    /** A model with other slots of the same names and sizes. */
    private record Refitted(Model inner, Layout layout) implements Model {
        @Override
        public Wiring wire(Graph graph, Parameters parameters, Signal v) {
            return inner.wire(graph, parameters, v);
        }
    }

    private static Model with(Model model, String fixed) {
        var layout = Layout.builder();
        for (Layout.Slot slot : model.layout().slots()) {
            if (slot.name().equals(fixed)) {
                layout.addFixed(slot.name(), slot.role(), slot.rows(), slot.columns());
            } else {
                layout.add(slot.name(), slot.role(), slot.rows(), slot.columns());
            }
        }
        return new Refitted(model, layout.build());
    }

    /** What the sweeps make of random parameters, inputs and directions, always the same. */
    private static final class Sweeps {
        private final Backend backend = new ReferenceBackend();
        private final Parameters parameters;
        private final Rollout rollout;
        private final double[] direction;
        private final Philox random = new Philox(3, Purpose.SAMPLING);

        Sweeps(Model model, Case c) {
            boolean inputGradients =
                    !c.symbols && !(c.settings instanceof TensorRnn); // whose inputs have no derivatives
            parameters = Parameters.of(model.layout(), backend);
            rollout = new Rollout(
                    backend,
                    model,
                    StepCriterion.of(Loss.SQUARED),
                    parameters,
                    new Rollout.Shape(STEPS, SEQUENCES, INPUTS, c.symbols, inputGradients, 0));
            int rows = STEPS * SEQUENCES;
            backend.write(gaussian(model.layout().size()), 0, parameters.value());
            direction = gaussian(model.layout().size());
            double[] inputs = gaussian(rows * INPUTS);
            double[] codes = new double[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = random.integer(0, INPUTS - 1);
            }
            double[] weights = new double[rows];
            Arrays.fill(weights, 1);
            rollout.load(c.symbols ? codes : inputs, gaussian(rows * OUTPUTS), weights);
        }

        private double[] gaussian(int n) {
            return RandomNetwork.gaussian(random, n, 0.7);
        }

        double[] gradient() {
            rollout.gradient(1);
            return backend.read(parameters.gradient());
        }

        double[] push(double[] v) {
            rollout.graph().forward();
            backend.write(v, 0, parameters.direction());
            rollout.graph().push();
            return backend.read(rollout.output().tangent());
        }

        double[] byInput() {
            rollout.gradient(1);
            return rollout.input().differentiable()
                    ? backend.read(rollout.input().adjoint())
                    : new double[0];
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_fixed_parameter_has_no_gradient_and_no_direction_and_all_else_stays(Case c) {
        Model plain = c.settings.model(INPUTS, OUTPUTS);
        Layout.Slot slot = plain.layout().slot(c.fixed);
        Sweeps trained = new Sweeps(plain, c);
        Sweeps fixed = new Sweeps(with(plain, c.fixed), c);
        double[] expected = trained.gradient();
        double[] v = trained.direction.clone();
        double[] pushed = trained.push(v);
        for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
            expected[i] = 0;
            v[i] = 0;
        }
        assertThat(fixed.gradient()).containsExactly(expected);
        double[] without = trained.push(v);
        // the same products but for those with 0: no rounding differs
        assertThat(fixed.push(trained.direction)).containsExactly(without, within(1e-300));
        assertThat(without).as("negative control: the direction counts").isNotEqualTo(pushed);
        assertThat(fixed.byInput()).as("derivatives flow through it").containsExactly(trained.byInput());
    }
}
