package unroll.engine.run;

import java.util.Arrays;

/**
 * The loss curves of a run, grown by the trainer and read by anybody: {@link #size()} and {@link #tests()} never shrink,
 * and what lies below them never changes.
 */
public final class Curves {
    private final int metrics;
    private volatile Columns train;
    private volatile Columns test;

    /** Empty curves with so many test metrics. */
    public Curves(int metrics) {
        this.metrics = metrics;
        train = new Columns(new long[64], new double[64], 0);
        test = new Columns(new long[16], new double[16 * metrics], 0);
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
        return train.values[i];
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

    void addTrain(long update, double value) {
        Columns room = train.withRoom(1);
        room.updates[room.size] = update;
        room.values[room.size] = value;
        train = new Columns(room.updates, room.values, room.size + 1);
    }

    void addTest(long update, double[] scores) {
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
