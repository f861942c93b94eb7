package unroll.engine.optim;

import java.util.Map;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Surface;

/**
 * Nesterov's own form of the accelerated gradient (thesis eq. 7.3-7.6). It carries {@code v_t = theta_t - theta_{t-1}} and the
 * numbers {@code epsilon_t, a_t, mu_t}; each step finds its learning rate on its own batch.
 */
final class OriginalMethod implements Optimiser {
    /** From the largest number to the smallest step that moves a float, a learning rate is halved fewer times than this. */
    private static final int HALVINGS = 200;

    /** How far from the first parameters, relative to their norm, the first learning rate is measured. */
    private static final double PROBE = 0.01;

    private static final Optional<String> NO_DESCENT =
            Optional.of("no step along the gradient lowers the loss as it should; the gradient may be only an estimate"
                    + " (truncated, or regularised). Choose another optimiser or gradient.");

    private static final int EPSILON = 0;
    private static final int A = 1;
    private static final int MU = 2;

    private final Backend backend;
    private final HeldBatch batch;
    private final Surface surface;
    private final boolean restart;
    private final Buffer velocity;
    private final Buffer ahead;
    private final Buffer gradient;
    private final Buffer point;
    private final DoubleDouble carried;
    private final double[] numbers = new double[3];
    private final Map<String, Buffer> state;
    private final Step report = new Step();

    /** Losses and gradients that the update evaluated. */
    private int evaluations;

    OriginalMethod(HeldBatch batch, boolean restart) {
        backend = batch.backend();
        surface = batch.surface();
        this.batch = batch;
        this.restart = restart;
        int dimension = batch.dimension();
        velocity = backend.allocate(1, dimension);
        ahead = backend.allocate(1, dimension);
        gradient = backend.allocate(1, dimension);
        point = backend.allocate(1, dimension);
        carried = new DoubleDouble(backend, numbers.length);
        state = Map.of("velocity", velocity, "numbers", carried.buffer());
    }

    @Override
    public Step step(Buffer theta, long update) {
        batch.draw(update);
        evaluations = 0;
        carried.read(numbers);
        if (numbers[EPSILON] == 0) {
            numbers[EPSILON] = firstRate(theta);
            numbers[A] = 1;
        }
        double mu = numbers[MU];
        backend.copy(theta, ahead);
        backend.addScaled(mu, velocity, ahead);
        double loss = surface.gradient(ahead, gradient);
        evaluations++;
        double norm = Math.sqrt(backend.dot(gradient, gradient));
        report.set(loss, norm, numbers[EPSILON], mu, false);
        if (report.finite()) {
            if (descend(loss, norm)) {
                report.set(loss, norm, numbers[EPSILON], mu, false);
                accept(theta);
            } else {
                report.refuse(NO_DESCENT);
            }
        }
        report.count(evaluations);
        return report;
    }

    /**
     * Halves epsilon until {@code f(y) - f(y - epsilon g) >= epsilon |g|^2 / 2}, to rounding (eq. 7.3). The number of halvings
     * may be 0, as in Nesterov (1983): the thesis' "positive" would halve at every step and bring the method to rest.
     */
    private boolean descend(double loss, double norm) {
        double rounding = Resolution.of(backend, loss);
        for (int i = 0; i < HALVINGS; i++) {
            double epsilon = numbers[EPSILON];
            backend.copy(ahead, point);
            backend.addScaled(-epsilon, gradient, point);
            evaluations++;
            if (loss - batch.loss().at(point) >= epsilon * norm * norm / 2 - rounding) {
                return true;
            }
            numbers[EPSILON] = epsilon / 2;
        }
        return false;
    }

    /**
     * {@code theta_t = y_t - epsilon_t g} is found; the next look ahead is eq. 7.5-7.8, or none after a step that went uphill,
     * {@code g v > 0}: the restart of O'Donoghue and Candes (2012, their gradient scheme), which compares nothing across
     * batches.
     */
    private void accept(Buffer theta) {
        backend.copy(point, velocity);
        backend.addScaled(-1, theta, velocity);
        backend.copy(point, theta);
        boolean uphill = backend.dot(gradient, velocity) > 0;
        double a = numbers[A];
        double next = (1 + Math.sqrt(4 * a * a + 1)) / 2;
        numbers[A] = restart && uphill ? 1 : next;
        numbers[MU] = restart && uphill ? 0 : (a - 1) / next;
        carried.write(numbers);
    }

    /** {@code |y - z| / |g(y) - g(z)|} with a z a little way down the gradient; 1 where that is no positive number. */
    private double firstRate(Buffer theta) {
        evaluations += 2;
        surface.gradient(theta, gradient);
        double norm = Math.sqrt(backend.dot(gradient, gradient));
        double length = PROBE * Math.max(1, Math.sqrt(backend.dot(theta, theta)));
        backend.copy(theta, point);
        backend.addScaled(-length / norm, gradient, point);
        surface.gradient(point, ahead);
        backend.addScaled(-1, gradient, ahead);
        double rate = length / Math.sqrt(backend.dot(ahead, ahead));
        return Double.isFinite(rate) && rate > 0 ? rate : 1;
    }

    @Override
    public Map<String, Buffer> state() {
        return state;
    }
}
