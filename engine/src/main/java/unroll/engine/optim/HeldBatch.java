package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.SettingsException;

/**
 * A batch that stays the same for several updates, for methods that compare losses of one update with those of the next: which
 * batch an update has depends on the update alone.
 *
 * @param updates that share a batch; 0 where one batch serves for ever
 */
record HeldBatch(long updates) {
    /** Refuses an objective whose updates hear pieces of sequences: a line search hears its batch many times over. */
    static void check(Objective objective, String method) {
        if (objective.updatesPerBatch() > 1) {
            throw new SettingsException(
                    "optimiser",
                    method + " cannot train on pieces of sequences, for it hears its batch several times in an update;"
                            + " choose another optimiser or gradient");
        }
    }

    /** Draws the batch of an update. */
    void draw(Objective objective, long update) {
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
