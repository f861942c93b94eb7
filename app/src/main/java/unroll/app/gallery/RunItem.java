package unroll.app.gallery;

/**
 * A run as it stands in a list.
 *
 * @param id tells it from others: the path of its folder
 * @param name what the experiment is called
 * @param origin where it left another run: "from 4,000"; empty for one that is no branch
 * @param detail where it stands: "paused at 12,480"
 * @param score its score on the test sequences; empty before the first
 * @param state how it goes
 */
public record RunItem(String id, String name, String origin, String detail, String score, RunState state) {
    /** Where it stands and where it comes from. */
    String standing() {
        return origin.isEmpty() ? detail : detail + " \u00b7 " + origin;
    }

    /** How a run goes. */
    public enum RunState {
        RUNNING,
        RESTING,
        FINISHED,
        BROKEN
    }
}
