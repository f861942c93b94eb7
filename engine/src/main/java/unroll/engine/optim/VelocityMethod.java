package unroll.engine.optim;

import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Schedule;

/**
 * Steps with a velocity: {@code v = mu v - epsilon g; theta = theta + v} (thesis eq. 7.1-7.2). The gradient {@code g} is
 * taken at {@code theta} by classical momentum and at {@code theta + mu v} by Nesterov's method (eq. 7.12-7.13); gradient
 * descent has {@code mu = 0}.
 */
final class VelocityMethod extends FirstOrderMethod {
    private final boolean looksAhead;
    private final CarriedVector velocity = carry("velocity");

    VelocityMethod(Objective objective, Schedule rate, Schedule momentum, Schedule clip, boolean looksAhead) {
        super(objective, rate, momentum, clip);
        this.looksAhead = looksAhead;
    }

    @Override
    Buffer ahead(Buffer theta, double mu) {
        if (!looksAhead) {
            return theta;
        }
        backend().copy(theta, velocity.next());
        backend().addScaled(mu, velocity.now(), velocity.next());
        return velocity.next();
    }

    @Override
    void propose(Buffer gradient, double share, long update, Buffer parameters) {
        backend().copy(velocity.now(), velocity.next());
        backend().scale(report().momentum(), velocity.next());
        backend().addScaled(-report().rate() * share, gradient, velocity.next()); // v = mu v - epsilon g
        backend().addScaled(1, velocity.next(), parameters); // theta = theta + v
    }
}
