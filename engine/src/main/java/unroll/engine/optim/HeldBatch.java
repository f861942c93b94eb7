package unroll.engine.optim;

import unroll.engine.backend.Backend;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.setting.SettingsException;

/**
 * A batch that stays the same for several updates, for methods that compare losses of one update with those of the next: which
 * batch an update has depends on the update alone.
 */
final class HeldBatch {
    private final Objective objective;
    private final LossFunction loss;
    private final long updates;

    /**
     * Batches of an objective.
     *
     * @param method name of the optimiser, as in a sentence
     * @param updates that share a batch; 0 where one batch serves for ever
     * @throws SettingsException where the objective has no loss or slope, or its updates see pieces of sequences
     */
    HeldBatch(String method, Objective objective, long updates) {
        if (objective.updatesPerBatch() > 1) {
            throw new SettingsException(
                    "optimiser",
                    method + " cannot train on pieces of sequences, for it needs its batch several times in an update;"
                            + " choose another optimiser or gradient");
        }
        this.objective = objective;
        this.updates = updates;
        loss = objective.whole().slope().require(method).loss().require(method);
    }

    /** Where the vectors of the objective live. */
    Backend backend() {
        return objective.backend();
    }

    /** Numbers in a vector. */
    int dimension() {
        return objective.dimension();
    }

    /** The mean over the batch that is drawn. */
    Surface surface() {
        return objective.whole();
    }

    /** Its loss. */
    LossFunction loss() {
        return loss;
    }

    /** Draws the batch of an update. */
    void draw(long update) {
        objective.draw(number(update));
    }

    /** Whether an update is the first of its batch. */
    boolean fresh(long update) {
        return update == 0 || number(update) != number(update - 1);
    }

    /** The number of the batch that an update has. */
    long number(long update) {
        return updates == 0 ? 0 : update / updates;
    }
}
