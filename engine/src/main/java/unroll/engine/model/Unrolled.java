package unroll.engine.model;

import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Alignment;
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
    private final Signal target;
    private final Signal weight;
    private final Model.Wiring wiring;
    private final Criterion criterion;
    private final List<Signal> seeded;

    /** The model over sequences of that shape; {@code parameters} may be shared with other shapes. */
    public Unrolled(Backend backend, Model model, Loss loss, Parameters parameters, Shape shape) {
        this(backend, model, loss, Optional.empty(), parameters, shape);
    }

    /** The same, where the targets may be label strings without alignment. */
    public Unrolled(
            Backend backend,
            Model model,
            Loss loss,
            Optional<Alignment> alignment,
            Parameters parameters,
            Shape shape) {
        this.backend = backend;
        this.loss = loss;
        this.parameters = parameters;
        graph = new Graph(backend, shape.steps(), shape.sequences(), shape.dropout());
        input = shape.symbols() ? graph.symbols(shape.inputs()) : graph.given(shape.inputs(), shape.asked());
        wiring = model.wire(graph, parameters, graph.dropped(input));
        Signal o = wiring.output();
        seeded = List.of(o);
        target = graph.given(o.width(), false);
        weight = graph.given(1, false);
        criterion = alignment.isPresent()
                ? new StringCriterion(backend, alignment.get(), o, target, weight)
                : new StepCriterion(backend, loss, o, target, weight);
    }

    /**
     * @param steps T
     * @param sequences B
     * @param inputs I
     * @param symbols whether an input is the code of one of I symbols instead of I numbers
     * @param asked whether the derivative of the loss with respect to the inputs is wanted
     * @param dropout share of the non-recurrent signals that is dropped
     */
    public record Shape(int steps, int sequences, int inputs, boolean symbols, boolean asked, double dropout) {
        /** Of inputs that are numbers or symbols, as the task says; nothing is dropped. */
        public Shape(int steps, int sequences, int inputs, boolean symbols) {
            this(steps, sequences, inputs, symbols, false, 0);
        }

        /** The same with some dropped. */
        public Shape dropping(double share) {
            return new Shape(steps, sequences, inputs, symbols, asked, share);
        }

        /** The same with the derivative with respect to the inputs, if they are numbers. */
        public Shape asking() {
            return new Shape(steps, sequences, inputs, symbols, !symbols, dropout);
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
        backend.write(targets, 0, target.value());
        backend.write(weights, 0, weight.value());
        input.written(0, graph.steps());
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
        graph.pull(seeded, 0);
        return value;
    }

    /** The loss alone; leaves the loss' derivative in the output's adjoint. */
    public double value(double scale) {
        return value(scale, 0, graph.steps());
    }

    /** The loss at steps {@code from} to {@code to - 1} alone, where those before are known: computes no others. */
    public double value(double scale, int from, int to) {
        graph.forward(from, to);
        Signal o = wiring.output();
        int first = Math.max(from, o.begin());
        if (first >= to) {
            return 0;
        }
        return scale * criterion.loss(scale, first, to);
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
        criterion.curvature(scale); // H J v
        backend.fill(0, parameters.gradient());
        graph.pull(seeded, structural); // J' H J v
    }

    /** Takes sequence {@code b} of another as its only one; the shapes agree but for the number of sequences. */
    public void take(Unrolled other, int b) {
        int sequences = other.graph.sequences();
        for (int t = 0; t < graph.steps(); t++) {
            int from = t * sequences + b;
            backend.copy(other.input.value().rows(from, 1), input.value(t, t + 1));
            backend.copy(other.target.value().rows(from, 1), target.value(t, t + 1));
            backend.copy(other.weight.value().rows(from, 1), weight.value(t, t + 1));
        }
    }

    public Backend backend() {
        return backend;
    }

    public Parameters parameters() {
        return parameters;
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

    /** Numbers that a sweep over the batch writes, as many again for each derivative. */
    public long numbers() {
        return graph.numbers();
    }

    /** Where the network hears itself, if that is in one place. */
    public Optional<Model.Recurrent> recurrent() {
        return wiring.recurrent();
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
