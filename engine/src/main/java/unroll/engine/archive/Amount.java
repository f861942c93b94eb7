package unroll.engine.archive;

import java.time.Duration;
import java.util.Locale;

/** Numbers of runs as people read them. */
public final class Amount {
    private Amount() {}

    /** A whole number with separators: 12,480. */
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A measured number with four figures: 0.0312, 1.2e-07. */
    public static String score(double score) {
        double size = Math.abs(score);
        return size != 0 && (size < 1e-4 || size >= 1e6)
                ? String.format(Locale.ROOT, "%.3e", score)
                : String.format(Locale.ROOT, "%.4g", score);
    }

    /** A time as it is spoken: 3 min 12 s. */
    public static String time(Duration time) {
        return time((double) time.toSeconds());
    }

    /** The same of a time in seconds. */
    public static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
