package unroll.engine.optim;

import java.util.Map;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;

/**
 * Steps with a velocity: {@code v = mu v - epsilon g; theta = theta + v} (thesis eq. 7.1-7.2). The gradient {@code g} is
 * taken at {@code theta} by classical momentum and at {@code theta + mu v} by Nesterov's method (eq. 7.12-7.13); gradient
 * descent has {@code mu = 0}.
 */
final class VelocityMethod implements Optimiser {
    private final Backend backend;
    private final Schedule rate;
    private final Schedule momentum;
    private final Schedule clip;
    private final boolean looksAhead;
    private final Buffer velocity;
    private final Buffer gradient;
    private final Buffer scratch;
    private final Step report = new Step();

    VelocityMethod(
            Backend backend, int dimension, Schedule rate, Schedule momentum, Schedule clip, boolean looksAhead) {
        this.backend = backend;
        this.rate = rate;
        this.momentum = momentum;
        this.clip = clip;
        this.looksAhead = looksAhead;
        velocity = backend.allocate(1, dimension);
        gradient = backend.allocate(1, dimension);
        scratch = backend.allocate(1, dimension);
    }

    @Override
    public Step step(Objective objective, Buffer theta, long update) {
        double epsilon = rate.at(update);
        double mu = momentum.at(update);
        double longest = clip.at(update);
        objective.draw(update);
        double loss = objective.gradient(looksAhead ? ahead(theta, mu) : theta, gradient);
        double norm = Math.sqrt(backend.dot(gradient, gradient));
        boolean clipped = longest > 0 && norm > longest;
        report.set(loss, norm, epsilon, mu, clipped);
        if (report.finite()) {
            move(theta, mu, -epsilon * (clipped ? longest / norm : 1));
        }
        return report;
    }

    private Buffer ahead(Buffer theta, double mu) {
        backend.copy(theta, scratch);
        backend.addScaled(mu, velocity, scratch);
        return scratch;
    }

    /** {@code v = mu v + along g; theta = theta + v}, unless that leaves the numbers: then both stay as they are. */
    private void move(Buffer theta, double mu, double along) {
        backend.copy(velocity, scratch);
        backend.scale(mu, scratch);
        backend.addScaled(along, gradient, scratch);
        backend.copy(theta, gradient); // the gradient has done its work
        backend.addScaled(1, scratch, gradient);
        if (isFinite(scratch) && isFinite(gradient)) {
            backend.copy(scratch, velocity);
            backend.copy(gradient, theta);
        } else {
            report.refuse();
        }
    }

    private boolean isFinite(Buffer x) {
        return Double.isFinite(backend.dot(x, x));
    }

    @Override
    public Map<String, Buffer> state() {
        return Map.of("velocity", velocity);
    }
}
