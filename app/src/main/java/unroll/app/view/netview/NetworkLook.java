package unroll.app.view.netview;

import unroll.app.view.LiveAnswer;
import unroll.engine.anatomy.Anatomy;

/**
 * A network over a test sequence, unit by unit.
 *
 * @param update whose network it is
 */
public record NetworkLook(long update, Anatomy anatomy) implements LiveAnswer {
    /** Of no network. */
    public static final NetworkLook NONE = new NetworkLook(0, Anatomy.NONE);
}
