package unroll.engine.planted.run;

import java.awt.Point;

/** Breaks the rule that the engine has no window. */
public final class ImportsTheWindow {
    /** The fault. */
    public int fault() {
        return new Point(1, 2).x;
    }
}
