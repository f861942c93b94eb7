package unroll.app.training;

import unroll.engine.task.Appearance;

/** How a task's test sequence is seen. */
public enum Sight {
    PICTURES,
    CURVES,
    TEXT;

    /** The sight for an appearance. */
    static Sight of(Appearance appearance) {
        return switch (appearance) {
            case Appearance.Picture picture -> PICTURES;
            case Appearance.Series series -> CURVES;
            case Appearance.Text text -> TEXT;
        };
    }

    /** The step, from 1, at which a free run begins unless a person wants it elsewhere: text needs some to go on from. */
    int freeRunFrom(int steps) {
        return Math.min(steps, this == TEXT ? Math.max(1, steps / 2) : 10);
    }
}
