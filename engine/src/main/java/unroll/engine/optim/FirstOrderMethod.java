package unroll.engine.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.setting.Schedule;

/**
 * An optimiser that evaluates one gradient per update. The gradient is taken {@link #ahead} of theta where the method wants that, and
 * shortened where it is too long; the step that the method {@link #propose}s is made if all of it is finite.
 */
abstract class FirstOrderMethod implements Optimiser {
    /**
     * A vector {@code [n]} that is carried from update to update and begins with zeros.
     *
     * @param now what the last update left
     * @param next what takes its place if this update is made
     */
    record CarriedVector(Buffer now, Buffer next) {}

    private final Objective objective;
    private final Surface surface;
    private final Backend backend;
    private final Schedule rate;
    private final Schedule momentum;
    private final Schedule clip;
    private final Buffer gradient;
    private final Buffer next;
    private final List<CarriedVector> carried = new ArrayList<>();
    private final Map<String, Buffer> state = new TreeMap<>();
    private final Step report = new Step();

    /**
     * A method that carries nothing yet.
     *
     * @param rate epsilon
     * @param momentum mu
     * @param clip longest gradient norm, 0 for no clipping
     * @throws unroll.engine.setting.SettingsException where the objective has no slope
     */
    FirstOrderMethod(Objective objective, Schedule rate, Schedule momentum, Schedule clip) {
        this.objective = objective;
        surface = objective.whole().slope().require("a method that steps along the gradient");
        backend = objective.backend();
        this.rate = rate;
        this.momentum = momentum;
        this.clip = clip;
        gradient = vector();
        next = vector();
    }

    /** Carries one more vector, by that name; while the method is constructed. */
    final CarriedVector carry(String name) {
        CarriedVector vector = new CarriedVector(vector(), vector());
        carried.add(vector);
        state.put(name, vector.now);
        return vector;
    }

    private Buffer vector() {
        return backend.allocate(1, objective.dimension());
    }

    final Backend backend() {
        return backend;
    }

    /** Its report on the update, with epsilon and mu. */
    final Step report() {
        return report;
    }

    @Override
    public final Step step(Buffer theta, long update) {
        double longest = clip.at(update);
        objective.draw(update);
        double loss = surface.gradient(ahead(theta, momentum.at(update)), gradient);
        double norm = Math.sqrt(backend.dot(gradient, gradient));
        boolean clipped = longest > 0 && norm > longest;
        report.set(loss, norm, rate.at(update), momentum.at(update), clipped);
        if (report.finite()) {
            backend.copy(theta, next);
            propose(gradient, clipped ? longest / norm : 1, update, next);
            commit(theta);
        }
        return report;
    }

    /** Where the gradient is taken: at theta, unless the method overrides it. */
    Buffer ahead(Buffer theta, double mu) {
        return theta;
    }

    /**
     * Proposes a step by filling what is to be carried next and adding to {@code parameters}, which hold theta.
     *
     * @param gradient may be overwritten
     * @param share by which the gradient is to be taken: below 1 where it is too long
     */
    abstract void propose(Buffer gradient, double share, long update, Buffer parameters);

    /** Makes the proposed step if it is finite; otherwise all stays as it is. */
    private void commit(Buffer theta) {
        boolean finite = finite(next);
        for (int i = 0; i < carried.size(); i++) { // no iterator: an update allocates nothing
            finite &= finite(carried.get(i).next);
        }
        if (!finite) {
            report.refuse();
            return;
        }
        backend.copy(next, theta);
        for (int i = 0; i < carried.size(); i++) {
            backend.copy(carried.get(i).next, carried.get(i).now);
        }
    }

    /** {@code g = share g}. */
    final void shorten(Buffer g, double share) {
        if (share < 1) {
            backend.scale(share, g);
        }
    }

    private boolean finite(Buffer x) {
        return Double.isFinite(backend.dot(x, x));
    }

    @Override
    public final Map<String, Buffer> state() {
        return state;
    }
}
