package unroll.app.compare;

import unroll.engine.run.Curves;

/** By what the lanes of a race are aligned. */
public enum Cost {
    EVALUATIONS(
            "evaluations",
            "Losses, gradients and curvature products of a whole batch: the work of a lane, on any machine (E)"),
    SECONDS("seconds", "Seconds of training on this machine, on which the lanes share the cores (S)"),
    UPDATES("updates", "Updates made, whatever one costs (U)");

    private final String words;
    private final String help;

    Cost(String words, String help) {
        this.words = words;
        this.help = help;
    }

    /** What people read. */
    public String words() {
        return words;
    }

    /** What it counts. */
    public String help() {
        return help;
    }

    /** What a run had spent at point {@code i} of its curves. */
    double of(Curves curves, int i) {
        return switch (this) {
            case EVALUATIONS -> curves.evaluations(i);
            case SECONDS -> curves.seconds(i);
            case UPDATES -> curves.update(i);
        };
    }
}
