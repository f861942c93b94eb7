package unroll.engine.likelihood;

import unroll.engine.setting.SettingsException;

/**
 * How much is done for a likelihood.
 *
 * @param chains of annealed importance sampling for each step, at least 2
 * @param temperatures of it
 * @param every which share of the steps is taken: 1 for all, 3 for one of three
 */
public record Effort(int chains, int temperatures, int every) {
    public Effort {
        if (chains < 2 || temperatures < 1 || every < 1) {
            throw new SettingsException(
                    "", "an estimate takes 2 or more chains, 1 or more temperatures, and every 1st step or fewer");
        }
    }

    /** Whether all states of the smaller layer are no more than what sampling would go through, so that they are summed over. */
    boolean enumerates(int hidden, int visible) {
        return Math.scalb(1.0, Math.min(hidden, visible)) <= (double) chains * temperatures;
    }
}
