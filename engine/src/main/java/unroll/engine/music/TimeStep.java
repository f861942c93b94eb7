package unroll.engine.music;

import java.util.Locale;

/**
 * How long a time step of a piano-roll lasts.
 *
 * @param length in its unit, above 0
 * @param quarters whether that is quarter notes, whatever the tempo; else seconds
 */
public record TimeStep(double length, boolean quarters) {
    public TimeStep {
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a time step lasts longer than 0, not " + length);
        }
    }

    /** A step that lasts so many seconds. */
    public static TimeStep ofSeconds(double seconds) {
        return new TimeStep(seconds, false);
    }

    /** A step that lasts so many quarter notes. */
    public static TimeStep ofQuarters(double quarters) {
        return new TimeStep(quarters, true);
    }

    /** How many seconds it lasts where there are so many quarter notes a minute. */
    public double seconds(double beats) {
        return quarters ? length * 60 / beats : length;
    }

    /** In words: "0.05 s", "1/4 of a quarter note". */
    public String words() {
        if (!quarters) {
            return number(length) + " s";
        }
        double parts = 1 / length;
        return length < 1 && Math.abs(parts - Math.rint(parts)) < 1e-9
                ? "1/" + (long) Math.rint(parts) + " of a quarter note"
                : number(length) + (length == 1 ? " quarter note" : " quarter notes");
    }

    private static String number(double x) {
        return x == Math.rint(x)
                ? String.format(Locale.ROOT, "%.0f", x)
                : String.format(Locale.ROOT, "%.4g", x).replaceAll("0+$", "");
    }
}
