package unroll.engine.archive;

/**
 * What a test's score is; less of it is better.
 *
 * @param name such as "KL per frame"
 * @param unit such as "nats"; empty where it has none, or where the task's files are gone
 */
public record ScoreLabel(String name, String unit) {
    /** Of the title that a column of metrics has; without a unit where files were written without. */
    static ScoreLabel of(String title) {
        int open = title.lastIndexOf(" (");
        return open >= 0 && title.endsWith(")")
                ? new ScoreLabel(title.substring(0, open), title.substring(open + 2, title.length() - 1))
                : new ScoreLabel(title, "");
    }

    /** For people: "KL per frame, nats". */
    public String words() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
