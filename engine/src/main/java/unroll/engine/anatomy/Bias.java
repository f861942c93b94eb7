package unroll.engine.anatomy;

import java.util.Optional;
import unroll.engine.model.Layout.Slot;

/**
 * What is added to n units at steps {@code from} to {@code to - 1}.
 *
 * @param slot which of the network's parameters; empty where it is none
 * @param values n numbers
 */
public record Bias(Optional<Slot> slot, double[] values, int from, int to) {
    /** Whether it is added at a step. */
    public boolean acts(int step) {
        return step >= from && step < to;
    }
}
