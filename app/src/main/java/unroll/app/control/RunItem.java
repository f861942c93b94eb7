package unroll.app.control;

/**
 * A run as it stands in a list.
 *
 * @param id tells it from others: the path of its folder
 * @param name what the experiment is called
 * @param detail where it stands: "paused at 12,480"
 * @param score its score on the test sequences; empty before the first
 * @param mood how it goes
 */
public record RunItem(String id, String name, String detail, String score, Mood mood) {
    /** How a run goes. */
    public enum Mood {
        RUNNING,
        RESTING,
        FINISHED,
        BROKEN
    }
}
