package unroll.engine.sequence;

/**
 * A number that judges predictions on a batch.
 *
 * @param name what it is: "KL per frame"
 * @param unit its unit: "nats"
 * @param score computes it from a batch and its predictions {@code [T][B][O]} (values of the output units)
 */
public record Metric(String name, String unit, Score score) {
    /** With its unit, as the head of a column has it: "KL per frame (nats)". */
    public String title() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** Judges predictions {@code [T][B][O]}. */
    @FunctionalInterface
    public interface Score {
        double of(Batch batch, double[] predictions);
    }
}
