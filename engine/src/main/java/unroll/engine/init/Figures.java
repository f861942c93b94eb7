package unroll.engine.init;

import java.util.Locale;

/** Numbers and growth in words. */
final class Figures {
    /** Growth by less than this is none for people: what shows as 1.00. */
    private static final double NONE = 0.005;

    private Figures() {}

    /** Three figures: 131, 1.05, 0.0066, 8.3e7. */
    static String of(double value) {
        if (value >= 1e5 || value > 0 && value < 1e-3) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replaceFirst("e([+-])0*", "e$1")
                    .replace("e+", "e");
        }
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 0.1 || value == 0 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }

    /** What happens in one step: "grows 1.05-fold". */
    static String change(double factor) {
        if (Math.abs(factor - 1) < NONE) {
            return "keeps its size";
        }
        if (factor == 0) {
            return "vanishes";
        }
        return factor > 1 ? "grows " + of(factor) + "-fold" : "shrinks to " + of(factor) + " of itself";
    }

    /** What happens in one step and in {@code steps} of them: "grows 1.05-fold a step, 131-fold in 100 steps". */
    static String change(double factor, int steps, double then) {
        String later = " in " + steps + " steps";
        if (change(factor).equals(change(then))) {
            return change(factor) + " in a step and" + later;
        }
        if (factor >= 1 + NONE && then >= 1 + NONE) {
            return change(factor) + " a step, " + of(then) + "-fold" + later;
        }
        if (factor <= 1 - NONE && then <= 1 - NONE && then > 0) {
            return change(factor) + " in a step, to " + of(then) + later;
        }
        if (factor <= 1 - NONE && then >= 1 + NONE) {
            return change(factor) + " in its first step, and where the directions that grow prevail, " + change(then)
                    + later;
        }
        if (factor >= 1 + NONE && then <= 1 - NONE && then > 0) {
            return change(factor) + " in its first step, but not for long: it " + change(then) + later;
        }
        return change(factor) + " in a step and " + change(then) + later;
    }
}
