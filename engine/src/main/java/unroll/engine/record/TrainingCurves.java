package unroll.engine.record;

import java.util.Arrays;

/**
 * The loss curves of a run, grown by the trainer and read by anybody: {@link #size()} and {@link #tests()} never shrink,
 * and what lies below them never changes.
 */
public final class TrainingCurves {
    /** Numbers of a point of the training curve: its loss, and the seconds and evaluations spent. */
    private static final int TRAIN = 3;

    private final int metrics;
    private volatile Columns train;
    private volatile Columns test;

    /** Empty curves with so many test metrics. */
    public TrainingCurves(int metrics) {
        this.metrics = metrics;
        train = new Columns(new long[64], new double[64 * TRAIN], 0);
        test = new Columns(new long[16], new double[16 * metrics], 0);
    }

    /**
     * The curves of a run on the disk, as they stand there.
     *
     * @throws RunException where its metrics cannot be read
     */
    public static TrainingCurves of(RunFolder run) {
        return MetricsFile.curves(run.metrics());
    }

    /** Points of the training curve. */
    public int size() {
        return train.size;
    }

    /** The number of updates made when point {@code i} was taken. */
    public long update(int i) {
        return train.updates[i];
    }

    /** Training loss of point {@code i}, in the unit of the headline metric. */
    public double train(int i) {
        return train.values[i * TRAIN];
    }

    /** Seconds of training up to point {@code i}. */
    public double seconds(int i) {
        return train.values[i * TRAIN + 1];
    }

    /** Evaluations up to point {@code i}: losses, gradients and curvature products of a whole batch. */
    public double evaluations(int i) {
        return train.values[i * TRAIN + 2];
    }

    /** Evaluations of one update alone, in whole batches; NaN for an update without a point. */
    public double evaluationsOf(long update) {
        Columns now = train;
        int i = Arrays.binarySearch(now.updates, 0, now.size, update);
        if (i < 0) {
            return Double.NaN;
        }
        double before = i == 0 ? 0 : now.values[(i - 1) * TRAIN + 2];
        return now.values[i * TRAIN + 2] - before;
    }

    /** How often was tested. */
    public int tests() {
        return test.size;
    }

    /** The number of updates made when test {@code i} was taken. */
    public long testUpdate(int i) {
        return test.updates[i];
    }

    /** Score {@code metric} of test {@code i}. */
    public double test(int i, int metric) {
        return test.values[i * metrics + metric];
    }

    /** Metrics of each test. */
    public int metrics() {
        return metrics;
    }

    /** Adds a line of a metrics file. */
    void add(MetricsLine line) {
        if (line.isTest()) {
            addTest(line.update(), line.scores());
        } else {
            addTrain(line.update(), line.train(), line.seconds(), line.evaluations());
        }
    }

    /**
     * Adds a point of the training curve; only the thread that trains may.
     *
     * @param evaluations of this update alone
     */
    public void addTrain(long update, double value, double seconds, double evaluations) {
        double before = train.size == 0 ? 0 : evaluations(train.size - 1);
        Columns room = train.withRoom(TRAIN);
        room.updates[room.size] = update;
        room.values[room.size * TRAIN] = value;
        room.values[room.size * TRAIN + 1] = seconds;
        room.values[room.size * TRAIN + 2] = before + evaluations;
        train = new Columns(room.updates, room.values, room.size + 1);
    }

    /** Adds a test; only the thread that trains may. */
    public void addTest(long update, double[] scores) {
        Columns room = test.withRoom(metrics);
        room.updates[room.size] = update;
        System.arraycopy(scores, 0, room.values, room.size * metrics, metrics);
        test = new Columns(room.updates, room.values, room.size + 1);
    }

    /** Arrays of which the first {@code size} entries are written; publishing a new one publishes them. */
    private record Columns(long[] updates, double[] values, int size) {
        Columns withRoom(int width) {
            if (size < updates.length) {
                return this;
            }
            return new Columns(Arrays.copyOf(updates, 2 * size), Arrays.copyOf(values, 2 * size * width), size);
        }
    }
}
