package unroll.engine.objective;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.gradient.GradientSettings;
import unroll.engine.model.CriterionMeasure;
import unroll.engine.model.Layout;
import unroll.engine.problem.Problem;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Split;

/**
 * The mean loss over a batch as a sum over shards, each with some of the sequences: the shards are fixed by the batch and
 * added up in their order, so that any number of threads gives the same bits.
 */
public final class ShardedObjective implements Objective {
    private static final String PIECES = "each update sees only pieces of sequences";

    private final Backend backend;
    private final int dimension;
    private final Workers workers;
    private final Shard[] shards;
    private final double[] losses;
    private final IntConsumer drawing;
    private final int pieces;

    /** Parts of the vectors that no step may change, however they are computed. */
    private final Layout.Slot[] held;

    private final boolean keepsGradients;
    private final Shards whole;

    /** The number of the batch that is drawn, and the piece of its sequences at hand. */
    private long drawn = -1;

    private int piece;
    private Buffer theta;
    private Buffer direction;
    private double structural;

    /**
     * The objective of {@code batch} training sequences of a problem, drawn with the data seed.
     *
     * @param method how the gradient is found
     * @param regularisation of which dropout and the penalty on error signals are applied here
     */
    public ShardedObjective(
            Backend backend,
            Problem problem,
            GradientSettings method,
            Regularisation regularisation,
            int batch,
            long seed,
            Workers workers) {
        this(backend, problem, method, regularisation, batch, seed, 0, workers);
    }

    /**
     * The same of a set of sequences that ends.
     *
     * @param set how many sequences there are to learn from, the first of the stream, again and again; 0 where there is no end of them
     */
    public ShardedObjective(
            Backend backend,
            Problem problem,
            GradientSettings method,
            Regularisation regularisation,
            int batch,
            long seed,
            long set,
            Workers workers) {
        this.backend = backend;
        this.workers = workers;
        dimension = problem.layout().size();
        held = problem.layout().held().toArray(Layout.Slot[]::new);
        int count = Math.ceilDiv(batch, backend.shard());
        shards = new Shard[count];
        theta = backend.allocate(1, dimension);
        direction = theta;
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) batch * i / count);
            int to = (int) ((long) batch * (i + 1) / count);
            shards[i] = new Shard(backend, problem, method, regularisation, from, to - from, seed, set);
        }
        losses = new double[count];
        pieces = method.pieces(problem.task().steps());
        drawing = i -> shards[i].draw(Split.TRAIN, Purpose.TRAINING_DATA, drawn * batch, drawn * pieces);
        keepsGradients = regularisation.keepGradients() > 0;
        whole = new Shards(count, batch);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public int updatesPerBatch() {
        return pieces;
    }

    @Override
    public void draw(long update) {
        piece = (int) (update % pieces);
        if (update / pieces != drawn) {
            if (piece != 0) {
                throw new IllegalStateException(
                        "update " + update + " continues sequences whose beginning was not computed");
            }
            drawn = update / pieces;
            workers.run(shards.length, drawing);
        }
    }

    @Override
    public Surface whole() {
        return whole;
    }

    /** The fewest whole shards that hold {@code sequences} sequences. */
    @Override
    public Surface part(int sequences) {
        int count = 0;
        int held = 0;
        while (count < shards.length && (count == 0 || held < sequences)) {
            held += shards[count++].batch().sequences();
        }
        return count == shards.length ? whole : new Shards(count, held);
    }

    /** The mean over the sequences of the first shards. */
    private final class Shards implements Surface, GaussNewton {
        private final int count;
        private final int sequences;
        private final IntConsumer valuing;
        private final IntConsumer sweeping;
        private final IntConsumer curving;

        Shards(int count, int sequences) {
            this.count = count;
            this.sequences = sequences;
            valuing = i -> losses[i] = shards[i].value(theta, (double) pieces / sequences, piece);
            sweeping = i -> losses[i] = shards[i].gradient(theta, (double) pieces / sequences, piece);
            curving = i -> shards[i].curvature(direction, 1.0 / sequences, structural);
        }

        @Override
        public int sequences() {
            return sequences;
        }

        @Override
        public double gradient(Buffer at, Buffer gradient) {
            theta = at;
            workers.run(count, sweeping);
            add(gradient);
            return sum();
        }

        @Override
        public Capability<Surface> slope() {
            return shards[0].rollout().differentiable()
                    ? new Capability.Present<>(this)
                    : new Capability.Absent<>(
                            "a threshold has no slope", "logistic units with weights 20 times as large");
        }

        @Override
        public Capability<LossFunction> loss() {
            return measure().loss()
                    ? new Capability.Present<>(this::value)
                    : new Capability.Absent<>(
                            "its gradient is not that of the " + measure().name(), "model");
        }

        private double value(Buffer at) {
            theta = at;
            workers.run(count, valuing);
            return sum();
        }

        @Override
        public Capability<GaussNewton> curvature() {
            if (pieces > 1) {
                return new Capability.Absent<>(PIECES, "gradient");
            }
            if (keepsGradients) {
                return new Capability.Absent<>(
                        "the penalty that keeps gradients has no curvature here", "regularisation");
            }
            return shards[0].rollout().curved()
                    ? new Capability.Present<>(this)
                    : new Capability.Absent<>("no curvature belongs to its gradient", "model");
        }

        @Override
        public void product(Buffer along, double damping, Buffer product) {
            direction = along;
            structural = damping;
            workers.run(count, curving);
            add(product);
        }

        @Override
        public void gradientSquares(Buffer gradient, Buffer squares) {
            for (int i = 0; i < count; i++) {
                Buffer share = shards[i].gradient(); // the group's mean times its share of the sequences
                double scale = (double) sequences / shards[i].batch().sequences();
                backend.times(scale, share, share, i == 0 ? 0 : 1, squares);
            }
            hold(squares);
        }

        @Override
        public Capability<Regression> regression(int washOut) {
            return pieces > 1
                    ? new Capability.Absent<>(PIECES, "gradient")
                    : ShardedRegression.of(backend, Arrays.copyOf(shards, count), workers, dimension, washOut);
        }

        /** The shards' parts, in their order. */
        private void add(Buffer sum) {
            backend.copy(shards[0].gradient(), sum);
            for (int i = 1; i < count; i++) {
                backend.addScaled(1, shards[i].gradient(), sum);
            }
            hold(sum);
        }

        private void hold(Buffer vector) {
            for (Layout.Slot slot : held) {
                backend.fill(0, vector.window(slot.offset(), 1, slot.size()));
            }
        }

        private double sum() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += losses[i];
            }
            return sum;
        }
    }

    /** What was found beside the last value over the whole batch, the mean over sequences; see {@link CriterionMeasure#beside}. */
    public double beside(int index) {
        double sum = 0;
        for (Shard shard : shards) {
            sum += shard.rollout().beside(index);
        }
        return sum * pieces / whole.sequences();
    }

    /** What the criteria of the shards carry: "chains[0]" is that of the first. */
    @Override
    public Map<String, Buffer> state() {
        Map<String, Buffer> state = new LinkedHashMap<>();
        for (int i = 0; i < shards.length; i++) {
            String place = "[" + i + "]";
            shards[i].rollout().state().forEach((name, buffer) -> state.put(name + place, buffer));
        }
        return state;
    }

    /** What its value is. */
    public CriterionMeasure measure() {
        return shards[0].rollout().measure();
    }

    /** Where the last sweep first left the finite numbers, in the order of computation. */
    public NotFinite firstNotFinite() {
        return Arrays.stream(shards)
                .map(Shard::firstNotFinite)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(Shard.Find::when))
                .map(Shard.Find::what)
                .orElse(new NotFinite("the loss or the gradient's norm", 0));
    }
}
