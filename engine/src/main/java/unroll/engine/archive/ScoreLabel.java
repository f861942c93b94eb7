package unroll.engine.archive;

/**
 * What a test's score is; less of it is better.
 *
 * @param name such as "KL per frame"
 * @param unit such as "nats"; empty where it has none, or where the task's files are gone
 */
public record ScoreLabel(String name, String unit) {
    /** For people: "KL per frame, nats". */
    public String words() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
