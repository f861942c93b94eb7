package unroll.engine.objective;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.control.ControlLoop;
import unroll.engine.gradient.GradientMethod;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.gradient.VanishingGradientPenalty;
import unroll.engine.graph.Signal;
import unroll.engine.loss.Loss;
import unroll.engine.model.Layout;
import unroll.engine.model.Model;
import unroll.engine.model.Parameters;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Split;
import unroll.engine.setting.SettingsException;

/** Some sequences of a batch with everything that their sweeps need; one thread at a time. */
final class Shard {
    private final Backend backend;
    private final Problem problem;
    private final Batch batch;
    private final int first;
    private final long seed;
    private final long set;
    private final Philox random;
    private final Parameters parameters;
    private final Rollout rollout;
    private final GradientMethod gradient;

    /**
     * @param method how it finds the gradient
     * @param regularisation of which dropout and the penalty on error signals are applied here
     * @param first number of its first sequence in the batch
     * @param count its sequences
     * @param set how many there are in all; 0 where there is no end of them
     */
    Shard(
            Backend backend,
            Problem problem,
            GradientSettings method,
            Regularisation regularisation,
            int first,
            int count,
            long seed,
            long set) {
        if (problem.task().alignment().isPresent()
                && method.pieces(problem.task().steps()) > 1) {
            throw new SettingsException(
                    "gradient.online", "a label string is judged as a whole; do not update at every sweep");
        }
        this.backend = backend;
        this.problem = problem;
        this.first = first;
        this.seed = seed;
        this.set = set;
        batch = problem.task().batch(count);
        random = new Philox(seed, Purpose.TRAINING_DATA);
        parameters = Parameters.of(problem.layout(), backend);
        IntFunction<Rollout> over = sequences ->
                problem.rollout(backend, parameters, problem.shape(sequences).dropping(regularisation.dropout()));
        rollout = over.apply(count);
        gradient = regularisation.keepGradients() > 0
                ? penalised(method, regularisation.keepGradients())
                : method.over(rollout, over);
    }

    /** The network over its sequences. */
    Rollout rollout() {
        return rollout;
    }

    /** The loss of its task. */
    Loss loss() {
        return problem.task().loss();
    }

    /** Its sequences. */
    Batch batch() {
        return batch;
    }

    /** Draws its sequences for an update: those numbered from {@code start} plus its own first on. */
    void draw(Split split, Purpose purpose, long start, long update) {
        batch.clear();
        for (int b = 0; b < batch.sequences(); b++) {
            long number = start + first + b;
            problem.task().draw(split, random.restart(seed, purpose, set == 0 ? number : number % set), batch, b);
        }
        rollout.load(batch.input(), batch.target(), batch.weight());
        rollout.draw(seed, start + first, update);
    }

    private GradientMethod penalised(GradientSettings method, double weight) {
        if (!method.reachesBack()) {
            throw new SettingsException(
                    "regularisation.keepGradients",
                    "only the gradient through time shows how error signals shrink; set gradient to bptt");
        }
        Model.Recurrent recurrent = rollout.recurrent()
                .orElseThrow(() -> new SettingsException(
                        "regularisation.keepGradients",
                        "the states of this model lead back to themselves in other ways than those of the"
                                + " standard recurrent network; set it to 0"));
        return new VanishingGradientPenalty(rollout, recurrent, weight);
    }

    double value(Buffer theta, double scale, int piece) {
        backend.copy(theta, parameters.value());
        return gradient.value(scale, piece);
    }

    double gradient(Buffer theta, double scale, int piece) {
        backend.copy(theta, parameters.value());
        return gradient.gradient(scale, piece);
    }

    /** The curvature product of its part of the sum, where {@link #gradient} is otherwise. */
    void curvature(Buffer direction, double scale, double structural) {
        backend.copy(direction, parameters.direction());
        rollout.gaussNewton(scale, scale * structural);
    }

    /** The gradient of its part of the sum. */
    Buffer gradient() {
        return parameters.gradient();
    }

    /**
     * Where the last sweep first left the finite numbers.
     *
     * @param when its place in the order of computation, by which the finds of several shards compare
     * @param what it is
     */
    record Find(int when, NotFinite what) {}

    /** The first find of the last sweep; null if all is finite. */
    @Nullable
    Find firstNotFinite() {
        int steps = batch.steps();
        Signal h = rollout.hidden();
        Signal o = rollout.output();
        int forward = first(h, h.value(), 1);
        int output = first(o, o.value(), 1);
        Optional<ControlLoop> loop = problem.task().loop();
        if (loop.isPresent()
                && output > 0
                && (forward == 0 || output < forward)) { // each step follows from the one before
            return new Find(
                    output, new NotFinite("the state of " + loop.get().plant().name(), output));
        }
        if (forward > 0) {
            return new Find(forward, new NotFinite("the hidden state h", forward));
        }
        if (output > 0) {
            return new Find(steps + output, new NotFinite("the output o", output));
        }
        int backward = first(h, h.adjoint(), -1);
        if (backward > 0) {
            return new Find(3 * steps - backward, new NotFinite("the gradient of h", backward));
        }
        for (Layout.Slot slot : problem.layout().slots()) {
            double[] gradient = backend.read(parameters.get(slot.name()).adjoint());
            if (!Arrays.stream(gradient).allMatch(Double::isFinite)) {
                return new Find(3 * steps + 1, new NotFinite("the gradient of " + slot.name(), 0));
            }
        }
        return null;
    }

    /** The time step, counted from 1, at which one meets a bad number, forward (1) or backward (-1); 0 if there is none. */
    private int first(Signal signal, Buffer buffer, int direction) {
        double[] numbers = backend.read(buffer);
        int width = numbers.length / signal.steps();
        for (int k = 0; k < numbers.length; k++) {
            int i = direction > 0 ? k : numbers.length - 1 - k;
            if (!Double.isFinite(numbers[i])) {
                return signal.begin() + i / width + 1;
            }
        }
        return 0;
    }
}
