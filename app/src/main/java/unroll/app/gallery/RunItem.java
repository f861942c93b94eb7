package unroll.app.gallery;

import unroll.app.control.Numbers;
import unroll.engine.run.Divergence;

/**
 * A run as it stands in a list.
 *
 * @param id tells it from others: the path of its folder
 * @param name what the experiment is called
 * @param origin what tells it from runs of its name
 * @param detail where it stands: "paused at 12,480"
 * @param score its score on the test sequences; empty before the first
 * @param state how it goes
 */
public record RunItem(String id, String name, Origin origin, String detail, String score, RunState state) {
    /**
     * What tells a run from others of its name.
     *
     * @param words "branched at 4,000", "begun 2026-11-29 20.12.13"; empty where the name is enough
     * @param branch whether it left another run
     */
    public record Origin(String words, boolean branch) {
        static final Origin NONE = new Origin("", false);
    }

    /** Where it stands and where it comes from. */
    String standing() {
        return origin.words().isEmpty() ? detail : detail + " \u00b7 " + origin.words();
    }

    /** Where a run ended before its time. */
    public static String end(String why, long update) {
        return (Divergence.isToldBy(why) ? "NaN at " : "stopped at ") + Numbers.whole(update);
    }

    /** How a run goes. */
    public enum RunState {
        RUNNING,
        RESTING,
        FINISHED,
        BROKEN
    }
}
