package unroll.app.view.shares;

import java.util.List;
import java.util.Optional;
import unroll.app.view.LiveAnswer;
import unroll.engine.anatomy.Shares;
import unroll.engine.model.Layout.Slot;

/**
 * The gradient of a weight, step by step.
 *
 * @param update whose network it is
 * @param slots the matrices and biases that can be chosen
 * @param shares of the chosen weight; empty while there is none
 */
record SharesLook(long update, List<Slot> slots, Optional<Shares> shares) implements LiveAnswer {
    /** Of no network. */
    static final SharesLook NONE = new SharesLook(0, List.of(), Optional.empty());

    SharesLook {
        slots = List.copyOf(slots);
    }
}
