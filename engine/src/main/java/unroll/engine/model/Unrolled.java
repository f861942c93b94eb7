package unroll.engine.model;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Input;
import unroll.engine.graph.Sequence;
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
    private final Graph graph = new Graph();
    private final Input input;
    private final Buffer target;
    private final Buffer weight;
    private final Model.Wiring wiring;

    /** The model over sequences of that shape; {@code parameters} may be shared with other shapes. */
    public Unrolled(Backend backend, Model model, Loss loss, Parameters parameters, Shape shape) {
        this.backend = backend;
        this.loss = loss;
        this.parameters = parameters;
        input = graph.add(new Input(backend, shape.steps(), shape.sequences(), shape.inputs()));
        wiring = model.wire(backend, graph, parameters, input);
        target = backend.allocate(
                shape.steps() * shape.sequences(), wiring.output().width());
        weight = backend.allocate(shape.steps() * shape.sequences(), 1);
    }

    /**
     * @param steps T
     * @param sequences B
     * @param inputs I
     */
    public record Shape(int steps, int sequences, int inputs) {}

    /** Takes a batch: inputs {@code [T][B][I]}, targets {@code [T][B][O]}, weights {@code [T][B]}. */
    public void load(double[] inputs, double[] targets, double[] weights) {
        backend.write(inputs, 0, input.value());
        backend.write(targets, 0, target);
        backend.write(weights, 0, weight);
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
        Sequence o = wiring.output();
        return scale * backend.loss(loss, o.value(), target, weight, scale, o.adjoint());
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
        Sequence o = wiring.output();
        backend.lossCurvature(loss, o.value(), weight, o.tangent(), scale, o.adjoint()); // H J v
        backend.fill(0, parameters.gradient());
        graph.pull(o, structural); // J' H J v
    }

    /** The graph, for sweeps over some time steps. */
    public Graph graph() {
        return graph;
    }

    public Input input() {
        return input;
    }

    public Sequence hidden() {
        return wiring.hidden();
    }

    public Sequence output() {
        return wiring.output();
    }

    public Loss loss() {
        return loss;
    }
}
