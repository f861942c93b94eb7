package unroll.engine.record;

import java.util.Locale;

/** What runs are compared by: how much each had spent where it had a score. */
public enum Cost {
    /** Losses, gradients and curvature products of a whole batch: the work of a run, on any machine. */
    EVALUATIONS,
    /** Seconds of training, on the machine that trained. */
    SECONDS,
    /** Updates made, whatever one costs. */
    UPDATES;

    /** What people call it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a run had spent at point {@code i} of its curves. */
    public double of(TrainingCurves curves, int i) {
        return switch (this) {
            case EVALUATIONS -> curves.evaluations(i);
            case SECONDS -> curves.seconds(i);
            case UPDATES -> curves.update(i);
        };
    }

    /** What a run had spent before a test. */
    public double of(Expenses.Test test) {
        return switch (this) {
            case EVALUATIONS -> test.evaluations();
            case SECONDS -> test.seconds();
            case UPDATES -> test.update();
        };
    }
}
