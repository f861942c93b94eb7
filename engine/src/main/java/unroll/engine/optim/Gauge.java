package unroll.engine.optim;

import java.util.List;

/**
 * What a reading is, described once for all updates.
 *
 * @param name what it is, for people and for the head of a column: without commas
 * @param help what it means, in plain words
 * @param form how it is best seen
 * @param levels heights at which something changes, to draw across its curve
 */
public record Gauge(String name, String help, Presentation form, List<Double> levels) {
    /** How a reading is best seen. */
    public enum Presentation {
        /** As a curve over the updates. */
        CURVE,
        /** As a curve over the updates on a logarithmic axis. */
        LOGARITHMIC,
        /** As a mark: it is the number of an inner iteration. */
        ITERATION,
        /** As words. */
        WORDS,
        /** In a table only. */
        FIGURE
    }

    static final Gauge STEP = new Gauge(
            "step",
            Presentation.CURVE,
            "Step length: which part of the step that was found the line search took, 1 for all of it, 0 where no"
                    + " step lowered the loss.");

    public Gauge {
        if (name.matches("(?s).*[,\n\r].*")) {
            throw new IllegalArgumentException("the head of a column must not hold a comma: " + name);
        }
        levels = List.copyOf(levels);
    }

    Gauge(String name, Presentation form, String help) {
        this(name, help, form, List.of());
    }

    /** Its reading where it is a number. */
    Reading reads(double number) {
        return Reading.of(name, number);
    }

    /** Its reading where it is words. */
    Reading reads(String words) {
        return Reading.of(name, words);
    }
}
