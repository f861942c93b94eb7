package unroll.engine.objective;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.IntConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.model.Model;
import unroll.engine.random.Purpose;
import unroll.engine.task.Split;
import unroll.engine.task.Task;

/**
 * The mean loss over a batch as a sum over shards, each with some of the sequences: the shards are fixed by the batch and
 * added up in their order, so that any number of threads gives the same bits.
 */
public final class ShardedObjective implements Objective {
    /**
     * Sequences a shard should have: the widest for which the buffers of 100 units over 100 steps stay in a core's second
     * cache, and enough rows for the matrix products to run at full speed (measured).
     */
    private static final int SHARD = 25;

    private final Backend backend;
    private final int dimension;
    private final Workers workers;
    private final Shard[] shards;
    private final double[] losses;
    private final IntConsumer drawing;
    private final IntConsumer valuing;
    private final IntConsumer sweeping;
    private long update;
    private Buffer theta;

    /** The objective of {@code batch} training sequences of a task, drawn with the data seed. */
    public ShardedObjective(Backend backend, Task task, Model model, int batch, long seed, Workers workers) {
        this.backend = backend;
        this.workers = workers;
        dimension = model.layout().size();
        int count = Math.ceilDiv(batch, SHARD);
        shards = new Shard[count];
        theta = backend.allocate(1, dimension);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) batch * i / count);
            int to = (int) ((long) batch * (i + 1) / count);
            shards[i] = new Shard(backend, task, model, from, to - from, seed);
        }
        losses = new double[count];
        drawing = i -> shards[i].draw(Split.TRAIN, Purpose.TRAINING_DATA, update * batch);
        valuing = i -> losses[i] = shards[i].value(theta, 1.0 / batch);
        sweeping = i -> losses[i] = shards[i].gradient(theta, 1.0 / batch);
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
    public void draw(long update) {
        this.update = update;
        workers.run(shards.length, drawing);
    }

    @Override
    public Regression regression(int washOut) {
        return ShardedRegression.of(backend, shards, workers, dimension, washOut);
    }

    @Override
    public double value(Buffer theta) {
        this.theta = theta;
        workers.run(shards.length, valuing);
        return sum(losses);
    }

    @Override
    public double gradient(Buffer theta, Buffer gradient) {
        this.theta = theta;
        workers.run(shards.length, sweeping);
        backend.copy(shards[0].gradient(), gradient);
        for (int i = 1; i < shards.length; i++) {
            backend.addScaled(1, shards[i].gradient(), gradient);
        }
        return sum(losses);
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

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
