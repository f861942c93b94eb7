package unroll.engine.optim;

import java.util.List;
import java.util.Map;
import unroll.engine.backend.Buffer;

/** Changes the parameters so that the objective it was made for falls, one update at a time. */
public interface Optimiser {
    /**
     * Draws the batch of {@code update} and makes one step of {@code theta}. Where loss, gradient or
     * the new parameters are not finite nothing changes and the report says so. Allocates nothing but readings; the report is the
     * same object at every step.
     */
    Step step(Buffer theta, long update);

    /**
     * The same with a watcher that follows it and may stop it half-way: then nothing changes and the report says so. A
     * method whose steps are short finishes them all the same.
     */
    default Step step(Buffer theta, long update, Watcher watcher) {
        return step(theta, update);
    }

    /** Describes the {@link Step#readings} of its steps, in their order; the same for every step. */
    default List<Gauge> gauges() {
        return List.of();
    }

    /** What it carries from step to step, by name: with theta and the update all that a resumed run needs. */
    Map<String, Buffer> state();
}
