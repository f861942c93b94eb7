package unroll.engine.optim;

import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright 2006, algorithms 7.4 and 7.5). It
 * carries the last m steps s and changes y of the gradient, as the backend rounds them: a resumed run has the same.
 */
final class LimitedMemory implements Optimiser {
    /** A pair is kept only if the cosine of s and y is above this, so that the curvature along it is positive in numbers. */
    private static final double LEAST_CURVATURE = 1e-10;

    private final Backend backend;
    private final int memory;
    private final WolfeSearch search;
    private final Ray ray;
    private final double[] s;
    private final double[] y;
    private final double[] shares;

    /** Pairs in a ring {@code [memory + 1][n]}: one row is spare, so that a pair is judged as it is written. */
    private final Buffer[] steps;

    private final Buffer[] changes;

    /** How many pairs there are, and which row is spare. */
    private final Buffer ring;

    private final double[] counts = new double[2];
    private final Map<String, Buffer> state;
    private final Step report = new Step();

    LimitedMemory(HeldBatch batch, int memory, WolfeSearch search) {
        backend = batch.backend();
        this.memory = memory;
        this.search = search;
        int dimension = batch.dimension();
        ray = new Ray(batch);
        s = new double[dimension];
        y = new double[dimension];
        shares = new double[memory];
        Buffer allSteps = backend.allocate(memory + 1, dimension);
        Buffer allChanges = backend.allocate(memory + 1, dimension);
        steps = new Buffer[memory + 1];
        changes = new Buffer[memory + 1];
        for (int row = 0; row <= memory; row++) {
            steps[row] = allSteps.rows(row, 1);
            changes[row] = allChanges.rows(row, 1);
        }
        ring = backend.allocate(1, counts.length);
        state = Map.of("steps", allSteps, "changes", allChanges, "ring", ring);
    }

    @Override
    public Step step(Buffer theta, long update) {
        ray.begin(theta, update);
        double norm = Math.sqrt(Vectors.dot(ray.gradient(), ray.gradient()));
        report.set(ray.loss(), norm, 0, 0, false);
        if (report.finite() && norm > 0) {
            backend.read(ring, counts, 0);
            double length = follow(norm);
            if (length > 0) {
                remember();
                ray.arrive(theta);
            } else {
                ray.stay();
            }
            report.set(ray.loss(), norm, length, 0, false);
            backend.write(counts, 0, ring);
        }
        report.count(ray.evaluations());
        return report;
    }

    /** The length of the step that was found; 0 where neither the memory nor the gradient leads downhill. */
    private double follow(double norm) {
        if (pairs() > 0) {
            direct();
            double length = ray.firstSlope() < 0 ? ray.follow(search, 1) : 0;
            if (length > 0 && ray.finite()) {
                return length;
            }
            counts[0] = 0;
        }
        Vectors.scaled(-1, ray.gradient(), ray.direction());
        double length = ray.follow(search, Math.min(1, 1 / norm));
        return ray.finite() ? length : 0;
    }

    private int pairs() {
        return (int) counts[0];
    }

    /** The row of the pair that is {@code older} updates older than the newest. */
    private int row(int older) {
        return Math.floorMod((int) counts[1] - 1 - older, memory + 1);
    }

    /** {@code direction = -H g} by the two loops of algorithm 7.4, with {@code H_0 = s'y / y'y} of the newest pair. */
    private void direct() {
        double[] q = ray.direction();
        Vectors.scaled(-1, ray.gradient(), q);
        double scale = 1;
        for (int i = 0; i < pairs(); i++) {
            read(row(i));
            double curvature = Vectors.dot(s, y);
            scale = i == 0 ? curvature / Vectors.dot(y, y) : scale;
            shares[i] = Vectors.dot(s, q) / curvature;
            Vectors.addScaled(-shares[i], y, q);
        }
        Vectors.scaled(scale, q, q);
        for (int i = pairs() - 1; i >= 0; i--) {
            read(row(i));
            double share = Vectors.dot(y, q) / Vectors.dot(s, y);
            Vectors.addScaled(shares[i] - share, s, q);
        }
    }

    private void read(int row) {
        backend.read(steps[row], s, 0);
        backend.read(changes[row], y, 0);
    }

    /** Keeps the pair of the step just found, and forgets the oldest, if it is fit to be used as the backend rounds it. */
    private void remember() {
        int spare = (int) counts[1];
        ray.step(s);
        ray.change(y);
        backend.write(s, 0, steps[spare]);
        backend.write(y, 0, changes[spare]);
        read(spare);
        double lengths = Math.sqrt(Vectors.dot(s, s)) * Math.sqrt(Vectors.dot(y, y));
        if (Vectors.dot(s, y) > LEAST_CURVATURE * lengths) {
            counts[0] = Math.min(pairs() + 1, memory);
            counts[1] = (spare + 1) % (memory + 1);
        }
    }

    @Override
    public Map<String, Buffer> state() {
        return state;
    }
}
