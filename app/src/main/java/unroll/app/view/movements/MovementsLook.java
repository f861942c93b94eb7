package unroll.app.view.movements;

import unroll.app.sequence.Movements;
import unroll.app.view.LiveAnswer;

/**
 * How a network moves what it controls.
 *
 * @param update whose network it is
 * @param movements those of the test, each beside its plan
 */
public record MovementsLook(long update, Movements movements) implements LiveAnswer {
    /** Of no network. */
    static final MovementsLook NONE = new MovementsLook(0, Movements.NONE);
}
