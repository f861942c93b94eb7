package unroll.engine.optim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * Follows {@code d = -P g + beta d'} with {@code beta = max(0, (g - g')'P g / g''P g')}, where the primes mark the update before
 * and P is a diagonal preconditioner. Whatever an update uses of the one before it reads from what is carried, as the backend
 * rounded it: a resumed run has the same.
 */
final class ConjugateMethod implements Optimiser {
    private static final int AGE = 0;
    private static final int DECREASE = 1;

    private final Backend backend;
    private final long restart;
    private final Optional<DiagonalProbe> probe;
    private final HeldBatch batch;
    private final WolfeSearch search;
    private final Ray ray;
    private final double[] scaled;
    private final double[] oldGradient;
    private final double[] oldDirection;
    private final double[] inverse;
    private final Buffer carriedGradient;
    private final Buffer carriedDirection;
    private final Buffer carriedInverse;

    /** Updates since the last restart, and the last step's length times the slope it began with. */
    private final DoubleDouble carried;

    private final double[] numbers = new double[2];
    private final Map<String, Buffer> state = new TreeMap<>();
    private final Step report = new Step();

    ConjugateMethod(HeldBatch batch, long restart, Optional<DiagonalProbe> probe, WolfeSearch search) {
        backend = batch.backend();
        this.restart = restart;
        this.probe = probe;
        this.batch = batch;
        this.search = search;
        int dimension = batch.dimension();
        ray = new Ray(batch);
        scaled = new double[dimension];
        oldGradient = new double[dimension];
        oldDirection = new double[dimension];
        inverse = new double[dimension];
        Arrays.fill(inverse, 1);
        carriedGradient = backend.allocate(1, dimension);
        carriedDirection = backend.allocate(1, dimension);
        carriedInverse = backend.allocate(1, dimension);
        carried = new DoubleDouble(backend, numbers.length);
        state.put("gradient", carriedGradient);
        state.put("direction", carriedDirection);
        state.put("numbers", carried.buffer());
        if (probe.isPresent()) {
            state.put("preconditioner", carriedInverse);
        }
    }

    @Override
    public Step step(Buffer theta, long update) {
        ray.begin(theta, update);
        double norm = Math.sqrt(Vectors.dot(ray.gradient(), ray.gradient()));
        report.set(ray.loss(), norm, 0, 0, false);
        if (!report.finite() || norm == 0) {
            return report;
        }
        carried.read(numbers);
        double length = continues(update) ? conjugate() : 0;
        double probed = 0;
        if (length == 0) {
            probed = probe.isPresent() ? probe.get().evaluations() : 0;
            length = anew(theta, update, norm);
        }
        if (length > 0) {
            ray.arrive(theta);
            numbers[AGE]++;
            numbers[DECREASE] = length * ray.firstSlope();
        } else {
            ray.stay();
        }
        report.set(ray.loss(), norm, length, 0, false);
        report.count(ray.evaluations() + probed);
        backend.write(ray.gradient(), 0, carriedGradient);
        carried.write(numbers);
        return report;
    }

    /** Whether the next direction builds on the last: on one of another batch it does not. */
    private boolean continues(long update) {
        boolean due = restart > 0 && numbers[AGE] >= restart;
        return numbers[AGE] > 0 && !due && !batch.fresh(update);
    }

    /** Follows the conjugate direction, first as far as the last step's decrease would take it (Nocedal and Wright, eq. 3.60). */
    private double conjugate() {
        if (probe.isPresent()) {
            backend.read(carriedInverse, inverse, 0);
        }
        backend.read(carriedGradient, oldGradient, 0);
        backend.read(carriedDirection, oldDirection, 0);
        scale(oldGradient);
        double before = Vectors.dot(oldGradient, scaled);
        scale(ray.gradient());
        double beta = (Vectors.dot(ray.gradient(), scaled) - Vectors.dot(oldGradient, scaled)) / before;
        Vectors.scaled(-1, scaled, ray.direction());
        Vectors.addScaled(Math.max(0, beta), oldDirection, ray.direction());
        return follow(numbers[DECREASE]);
    }

    /** Follows the preconditioned gradient downhill. */
    private double anew(Buffer theta, long update, double norm) {
        numbers[AGE] = 0;
        if (probe.isPresent()) {
            probe.get().inverse(theta, update, inverse);
            backend.write(inverse, 0, carriedInverse);
        }
        scale(ray.gradient());
        Vectors.scaled(-1, scaled, ray.direction());
        double whole = -Vectors.dot(scaled, ray.gradient());
        return follow(probe.isPresent() ? whole : whole * Math.min(1, 1 / norm));
    }

    /** {@code scaled = P x}. */
    private void scale(double[] x) {
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = inverse[i] * x[i];
        }
    }

    /**
     * The length of the step found along the direction, which is kept for the next update; 0 where there is none.
     *
     * @param decrease the length to try first, times the slope
     */
    private double follow(double decrease) {
        backend.write(ray.direction(), 0, carriedDirection);
        double slope = ray.firstSlope();
        if (!(slope < 0)) {
            return 0;
        }
        double first = decrease / slope;
        double length = ray.follow(search, first > 0 && Double.isFinite(first) ? first : 1);
        return ray.finite() ? length : 0;
    }

    @Override
    public Map<String, Buffer> state() {
        return state;
    }
}
