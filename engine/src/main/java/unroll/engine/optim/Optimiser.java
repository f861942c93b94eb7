package unroll.engine.optim;

import java.util.Map;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Objective;

/** Changes the parameters so that the objective falls, one update at a time. */
public interface Optimiser {
    /**
     * Draws the batch of {@code update} and makes one step of {@code theta}. Where loss, gradient or
     * the new parameters are not finite nothing changes and the report says so. Allocates nothing; the report is the same object at every step.
     */
    Step step(Objective objective, Buffer theta, long update);

    /** What it carries from step to step, by name: with theta and the update all that a resumed run needs. */
    Map<String, Buffer> state();
}
