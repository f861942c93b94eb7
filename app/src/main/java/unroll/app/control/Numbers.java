package unroll.app.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them: the same everywhere in the window. */
public final class Numbers {
    private static final String MINUS = "\u2212";
    private static final List<String> BYTES = List.of("KiB", "MiB", "GiB", "TiB");

    private Numbers() {}

    /** A whole number with separators: 12,480. */
    public static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace("-", MINUS);
    }

    /** A measured number with three figures: 24.6, 0.0312, 1.2e-7. */
    public static String measured(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "\u221e" : MINUS + "\u221e";
        }
        double size = Math.abs(value);
        String format = size == 0
                ? "%.0f"
                : size >= 1e6 || size < 1e-3
                        ? "%.1e"
                        : size >= 100
                                ? "%,.0f"
                                : size >= 10
                                        ? "%.1f"
                                        : size >= 1 ? "%.2f" : size >= 0.1 ? "%.3f" : size >= 0.01 ? "%.4f" : "%.5f";
        return String.format(Locale.ROOT, format, value)
                .replaceFirst("e([+-])0*", "e$1")
                .replace("+", "")
                .replace("-", MINUS);
    }

    /** A number on an axis: 10k, 0.5, 1e-3. */
    public static String tick(double value) {
        double size = Math.abs(value);
        if (size >= 1e6 && size < 1e9) {
            return plain(value / 1e6) + "M";
        }
        if (size >= 1e4 && size < 1e6) {
            return plain(value / 1e3) + "k";
        }
        if (size != 0 && (size >= 1e9 || size < 1e-3)) {
            return String.format(Locale.ROOT, "%.0e", value)
                    .replace("e-0", "e-")
                    .replace("e+0", "e")
                    .replace("e+", "e")
                    .replace("-", MINUS);
        }
        return plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? whole((long) value)
                : Double.toString(Math.round(value * 1e6) / 1e6).replace("-", MINUS);
    }

    /** So many bytes with three figures: 183 KiB, 1.25 GiB. */
    public static String bytes(double value) {
        int unit = 0;
        double rest = value / 1024;
        while (rest >= 999.5 && unit < BYTES.size() - 1) {
            rest /= 1024;
            unit++;
        }
        return figures(rest) + " " + BYTES.get(unit);
    }

    /** A number that is neither large nor small with three figures, and no more than two decimals: 183, 18.3, 1.83. */
    public static String figures(double value) {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A time as it is spoken: 3 min 12 s. */
    public static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /** How long ago something was, roughly: "2 h ago". */
    public static String ago(Duration past) {
        long seconds = Math.max(0, past.toSeconds());
        if (seconds < 60) {
            return seconds + " s ago";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min ago";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h ago" : seconds / 86_400 + " days ago";
    }
}
