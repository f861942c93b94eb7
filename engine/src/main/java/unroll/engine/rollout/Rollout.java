package unroll.engine.rollout;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.model.Criterion;
import unroll.engine.model.CriterionMeasure;
import unroll.engine.model.Machines;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * A network unrolled over B sequences of T steps and judged by its criterion: value, gradient and curvature products of
 * {@code scale * sum over sequences and time of w_tb L(o_tb, y_tb)}, or of whatever the criterion sums.
 *
 * <p>Once made, no sweep allocates. One thread at a time.
 */
public final class Rollout {
    private final Backend backend;
    private final Parameters parameters;
    private final Graph graph;
    private final Signal input;
    private final Signal target;
    private final Signal weight;
    private final Model.Wiring wiring;
    private final Criterion criterion;
    private final Philox dropping;
    private final DoubleSupplier uniform; // made once, not at every draw
    private final Padding padding;

    /**
     * The model over sequences of that shape.
     *
     * @param criterion what judges a model that does not bring its own
     * @param parameters may be shared with other rollouts
     */
    public Rollout(Backend backend, Model model, Criterion.Maker criterion, Parameters parameters, Shape shape) {
        this.backend = backend;
        this.parameters = parameters;
        graph = new Graph(backend, shape.steps(), shape.sequences(), shape.dropout());
        input = shape.symbols() ? graph.symbols(shape.inputs()) : graph.given(shape.inputs(), shape.inputGradients());
        wiring = model.wire(graph, parameters, model.dropsInputs() ? graph.dropped(input) : input);
        target = graph.given(wiring.output().width(), false);
        weight = graph.given(1, false);
        this.criterion = wiring.criterion().orElse(criterion).over(backend, wiring.output(), target, weight);
        dropping = new Philox(0, Purpose.DROPOUT);
        uniform = dropping::nextDouble;
        padding = new Padding(backend, graph);
    }

    /**
     * @param steps T
     * @param sequences B
     * @param inputs I
     * @param symbols whether an input is the code of one of I symbols instead of I numbers
     * @param inputGradients whether the derivative of the loss with respect to the inputs is wanted
     * @param dropout share of the non-recurrent signals that is dropped
     */
    public record Shape(int steps, int sequences, int inputs, boolean symbols, boolean inputGradients, double dropout) {
        /** Without the derivative with respect to the inputs; nothing is dropped. */
        public Shape(int steps, int sequences, int inputs, boolean symbols) {
            this(steps, sequences, inputs, symbols, false, 0);
        }

        /** The same over {@code newSteps} steps. */
        public Shape over(int newSteps) {
            return new Shape(newSteps, sequences, inputs, symbols, inputGradients, dropout);
        }

        /** The same with that share dropped. */
        public Shape dropping(double share) {
            return new Shape(steps, sequences, inputs, symbols, inputGradients, share);
        }

        /** The same with the derivative with respect to the inputs, if they are numbers. */
        public Shape withInputGradients() {
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
        for (int i = 0; i < criterion.begin() * graph.sequences(); i++) {
            if (weights[i] != 0) {
                throw new IllegalArgumentException("the model predicts from step " + (criterion.begin() + 1)
                        + " on, but step " + (i / graph.sequences() + 1) + " counts");
            }
        }
        backend.write(inputs, 0, input.value());
        backend.write(targets, 0, target.value());
        backend.write(weights, 0, weight.value());
        input.written(0, graph.steps());
        padding.take(weights);
    }

    /** Time steps of a sequence up to the last that counts, what follows being padding; all where none does. */
    public int steps(int sequence) {
        int end = padding.end(sequence);
        return end > 0 ? end : graph.steps();
    }

    /**
     * Chooses anew what is dropped and whatever else is left to chance, a function of a seed and of the number of the first
     * sequence.
     *
     * @param update the update that the sequences are for
     */
    public void draw(long seed, long first, long update) {
        dropping.restart(seed, Purpose.DROPOUT, first);
        graph.drop(uniform);
        criterion.draw(seed, first, update);
    }

    /** What the network predicts, {@code [T][B][O]}, after the last sweep; 0 before the first prediction. */
    public void predictions(Buffer units) {
        int missing = criterion.begin() * graph.sequences();
        if (missing > 0) {
            backend.fill(0, units.rows(0, missing));
        }
        criterion.predictions(criterion.begin(), graph.steps(), units.rows(missing, units.rows() - missing));
    }

    /** What it predicts at step {@code t}, one at which it does, {@code [B][O]}. */
    public void prediction(int t, Buffer units) {
        criterion.predictions(t, t + 1, units);
    }

    /** What may come at step {@code t}, one at which it predicts, {@code [B][O]}; see {@link Criterion#dream}. */
    public void dream(int t, Buffer units) {
        criterion.dream(t, units);
    }

    /** Output units that are drawn at step {@code t} as it predicts them, {@code [B][O]}; see {@link Criterion#sample}. */
    public void sample(int t, Buffer units) {
        criterion.sample(t, units);
    }

    /** The value and, in the parameters' gradient vector, its gradient. */
    public double gradient(double scale) {
        double value = value(scale);
        backend.fill(0, parameters.gradient());
        graph.pull(criterion.seeded(), 0);
        return value;
    }

    /** The value alone; leaves its derivative in the adjoints of the signals that are {@link #seeded}. */
    public double value(double scale) {
        return value(scale, 0, graph.steps());
    }

    /** The value at steps {@code from} to {@code to - 1} alone, where those before are known: computes no others. */
    public double value(double scale, int from, int to) {
        graph.forward(from, to);
        int first = Math.max(from, criterion.begin());
        return first >= to ? 0 : scale * criterion.value(scale, first, to);
    }

    /**
     * The Gauss-Newton product {@code G v} with structural damping, for the batch and the values of the last
     * {@link #value} or {@link #gradient}: {@code v} is the parameters' direction, the product replaces their gradient
     * (thesis sec. 4.2 and eq. 4.7).
     *
     * @param structural weight of {@code G_S}, summed over sequences and over each one's own {@link #steps}; 0 for the plain
     *     product
     * @throws java.util.NoSuchElementException where it is not {@link #curved}
     */
    public void gaussNewton(double scale, double structural) {
        graph.push(); // J v
        if (structural != 0) {
            padding.clearTangents(); // so that the damping, which acts on these, ends with each sequence
        }
        criterion.curvature().orElseThrow().product(scale); // H J v
        backend.fill(0, parameters.gradient());
        graph.pull(criterion.seeded(), structural); // J' H J v
    }

    /** The loss of the output units; empty where the model brings what judges it. */
    public Optional<Loss> loss() {
        return criterion instanceof LossCriterion units ? Optional.of(units.loss) : Optional.empty();
    }

    /** Whether no parameter that is trained acts through thresholds, which have no slope. */
    public boolean differentiable() {
        return graph.units().stream().noneMatch(unit -> unit.activation() == Activation.STEP)
                || ReadOut.isAllTrained(graph, wiring.output(), parameters);
    }

    /** Whether a curvature belongs to the gradient. */
    public boolean curved() {
        return criterion.curvature().isPresent();
    }

    /** What the value is. */
    public CriterionMeasure measure() {
        return criterion.measure();
    }

    /** What was found beside the last value, not scaled; see {@link Criterion#beside}. */
    public double beside(int index) {
        return criterion.beside(index);
    }

    /** What its criterion carries from update to update, by name. */
    public Map<String, Buffer> state() {
        return criterion.state();
    }

    /** The Boltzmann machines that the network has, one at each step of each sequence. */
    public Optional<Machines> machines() {
        return criterion.machines();
    }

    /** The first step that is judged. */
    public int begin() {
        return criterion.begin();
    }

    /** The signals in whose adjoints a value leaves its derivative. */
    public List<Signal> seeded() {
        return criterion.seeded();
    }

    /** Takes sequence {@code b} of another as its only one; the shapes agree but for the number of sequences. */
    public void take(Rollout other, int b) {
        int sequences = other.graph.sequences();
        for (int t = 0; t < graph.steps(); t++) {
            int from = t * sequences + b;
            backend.copy(other.input.value().rows(from, 1), input.value(t, t + 1));
            backend.copy(other.target.value().rows(from, 1), target.value(t, t + 1));
            backend.copy(other.weight.value().rows(from, 1), weight.value(t, t + 1));
        }
        padding.take(other.padding.end(b));
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

    /** The targets. */
    public Signal target() {
        return target;
    }

    public Signal hidden() {
        return wiring.hidden();
    }

    /** The non-linearity of its hidden units, where one makes all of them and they are not gated cells. */
    public Optional<Activation> activation() {
        return graph.activation(wiring.hidden());
    }

    /** The share of the hidden units' values in the last sweep at which they hardly respond; empty where their values do not tell. */
    public OptionalDouble saturated() {
        return activation()
                .map(f -> Arrays.stream(backend.read(hidden().value()))
                        .map(h -> f.saturated(h) ? 1 : 0)
                        .average())
                .orElse(OptionalDouble.empty());
    }

    /** Whether it carries anything from step to step. */
    public boolean carries() {
        return !graph.states().isEmpty();
    }

    /** Numbers that a sweep over the batch writes, as many again for each derivative. */
    public long numbers() {
        return graph.numbers();
    }

    /** Where the hidden units receive their own states, if that is in one place. */
    public Optional<Model.Recurrent> recurrent() {
        return wiring.recurrent();
    }

    public Signal output() {
        return wiring.output();
    }

    /** Whether the model brings what judges it, so that its predictions are not those of output units of the task's loss. */
    public boolean judgesItself() {
        return wiring.criterion().isPresent();
    }

    /** The weights of the output units; empty where these are no linear function of the network, or the model judges itself otherwise. */
    public Optional<ReadOut> readOut() {
        return judgesItself() ? Optional.empty() : ReadOut.of(graph, wiring.output(), parameters);
    }
}
