package unroll.engine.model;

import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;

/**
 * A model unrolled over B sequences of T steps with its loss: the value, gradient and curvature products of
 * {@code scale * sum over sequences and time of w_tb L(o_tb, y_tb)}.
 *
 * <p>Once made, no sweep allocates. One thread at a time.
 */
public final class Unrolled {
    private final Backend backend;
    private final Loss loss;
    private final Parameters parameters;
    private final Graph graph;
    private final Signal input;
    private final Buffer target;
    private final Buffer weight;
    private final Buffer countedTarget;
    private final Buffer countedWeight;
    private final Model.Wiring wiring;

    /** The model over sequences of that shape; {@code parameters} may be shared with other shapes. */
    public Unrolled(Backend backend, Model model, Loss loss, Parameters parameters, Shape shape) {
        this.backend = backend;
        this.loss = loss;
        this.parameters = parameters;
        graph = new Graph(backend, shape.steps(), shape.sequences());
        input = shape.symbols() ? graph.symbols(shape.inputs()) : graph.given(shape.inputs(), shape.asked());
        wiring = model.wire(graph, parameters, input);
        Signal o = wiring.output();
        int rows = shape.steps() * shape.sequences();
        int missing = o.begin() * shape.sequences();
        target = backend.allocate(rows, o.width());
        weight = backend.allocate(rows, 1);
        countedTarget = target.rows(missing, rows - missing);
        countedWeight = weight.rows(missing, rows - missing);
    }

    /**
     * @param steps T
     * @param sequences B
     * @param inputs I
     * @param symbols whether an input is the code of one of I symbols instead of I numbers
     * @param asked whether the derivative of the loss with respect to the inputs is wanted
     */
    public record Shape(int steps, int sequences, int inputs, boolean symbols, boolean asked) {
        /** Of inputs that are numbers or symbols, as the task says. */
        public Shape(int steps, int sequences, int inputs, boolean symbols) {
            this(steps, sequences, inputs, symbols, false);
        }
    }

    /**
     * Takes a batch: inputs {@code [T][B][I]}, or {@code [T][B]} if they are symbols, targets {@code [T][B][O]}, weights
     * {@code [T][B]}.
     *
     * @throws IllegalArgumentException where a step counts before the model's first prediction
     */
    public void load(double[] inputs, double[] targets, double[] weights) {
        for (int i = 0; i < output().begin() * graph.sequences(); i++) {
            if (weights[i] != 0) {
                throw new IllegalArgumentException("the model predicts from step " + (output().begin() + 1)
                        + " on, but step " + (i / graph.sequences() + 1) + " counts");
            }
        }
        backend.write(inputs, 0, input.value());
        backend.write(targets, 0, target);
        backend.write(weights, 0, weight);
    }

    /** The output units' values {@code [T][B][O]} of the last sweep; 0 before the first prediction. */
    public void predictions(Buffer units) {
        int missing = output().begin() * graph.sequences();
        if (missing > 0) {
            backend.fill(0, units.rows(0, missing));
        }
        backend.outputs(loss, output().value(), units.rows(missing, units.rows() - missing));
    }

    /** The loss and, in the parameters' gradient vector, its gradient. */
    public double gradient(double scale) {
        double value = value(scale);
        backend.fill(0, parameters.gradient());
        graph.pull(wiring.output(), 0);
        return value;
    }

    /** The loss alone; leaves the loss' derivative in the output's adjoint. */
    public double value(double scale) {
        graph.forward();
        Signal o = wiring.output();
        return scale * backend.loss(loss, o.value(), countedTarget, countedWeight, scale, o.adjoint());
    }

    /**
     * The Gauss-Newton product {@code G v} with structural damping, for the batch and the values of the last
     * {@link #value} or {@link #gradient}: {@code v} is the parameters' direction, the product replaces their gradient
     * (thesis sec. 4.2 and eq. 4.7).
     *
     * @param structural weight of {@code G_S}, summed over sequences and time; 0 for the plain product
     */
    public void gaussNewton(double scale, double structural) {
        graph.push(); // J v
        Signal o = wiring.output();
        backend.lossCurvature(loss, o.value(), countedWeight, o.tangent(), scale, o.adjoint()); // H J v
        backend.fill(0, parameters.gradient());
        graph.pull(o, structural); // J' H J v
    }

    /** The graph, for sweeps over some time steps. */
    public Graph graph() {
        return graph;
    }

    public Signal input() {
        return input;
    }

    public Signal hidden() {
        return wiring.hidden();
    }

    public Signal output() {
        return wiring.output();
    }

    /** How the output units hear the network; empty where that is not linear. */
    public Optional<ReadOut> readOut() {
        return ReadOut.of(graph, wiring.output(), parameters);
    }

    public Loss loss() {
        return loss;
    }
}
