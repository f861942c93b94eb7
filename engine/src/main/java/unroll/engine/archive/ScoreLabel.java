package unroll.engine.archive;

/**
 * What a test's score is; less of it is better.
 *
 * @param name such as "KL per frame"; behind " by " it says how it was found, where it is an estimate
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

    /** What it measures, however it was found: two scores of one quantity can stand beside each other. */
    public ScoreLabel quantity() {
        int method = name.indexOf(" by ");
        return method < 0 ? this : new ScoreLabel(name.substring(0, method), unit);
    }

    /** For people: "KL per frame, nats". */
    public String words() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
