package unroll.app.design;

import unroll.app.control.Numbers;
import unroll.engine.experiment.CostEstimate;

/** The cost of an update, in words. */
final class Costs {
    private static final String[] FACTORS = {"", " thousand", " million", " billion", " trillion"};

    private Costs() {}

    static String words(CostEstimate prospect) {
        String memory = prospect.bytes().isPresent()
                ? " \u00b7 " + Numbers.bytes(prospect.bytes().getAsDouble())
                : "";
        return Numbers.whole(prospect.theta().length) + " parameters \u00b7 " + number(prospect.multiplications())
                + " multiplications a batch" + memory;
    }

    /** Three digits: "37.2 million". */
    static String number(double value) {
        int factor = 0;
        double rest = value;
        while (rest >= 999.5 && factor < FACTORS.length - 1) {
            rest /= 1000;
            factor++;
        }
        return Numbers.figures(rest) + FACTORS[factor];
    }
}
