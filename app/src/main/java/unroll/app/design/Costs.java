package unroll.app.design;

import java.util.Locale;
import unroll.app.control.Numbers;
import unroll.engine.run.Prospect;

/** Says what an update costs. */
final class Costs {
    private static final String[] FACTORS = {"", " thousand", " million", " billion", " trillion"};
    private static final String[] BYTES = {"KiB", "MiB", "GiB", "TiB"};

    private Costs() {}

    static String words(Prospect prospect) {
        String memory = prospect.bytes().isPresent()
                ? " \u00b7 " + bytes(prospect.bytes().getAsDouble())
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
        return digits(rest) + FACTORS[factor];
    }

    static String bytes(double value) {
        int unit = 0;
        double rest = value / 1024;
        while (rest >= 999.5 && unit < BYTES.length - 1) {
            rest /= 1024;
            unit++;
        }
        return digits(rest) + " " + BYTES[unit];
    }

    private static String digits(double value) {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
