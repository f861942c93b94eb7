package unroll.engine.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times in a sheet: numbers of days whose format says that they are shown as such. */
final class ExcelDate {
    /** What a format shows as it is, in quotes or behind a backslash, and blanks as wide as a sign. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");

    private static final Pattern PASSED = Pattern.compile("\\[(h+|m+|s+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private static final long DAY = 86_400_000;
    private static final int HOUR = 3_600_000;
    private static final int MINUTE = 60_000;
    private static final int SECOND = 1000;

    /** The day that Excel counts as the 60th, 29 February 1900, has not been: before it days are counted from another one. */
    private static final int NEVER = 60;

    /** 31 December 9999, the last that Excel has. */
    private static final double LAST = 2_958_466;

    private ExcelDate() {}

    /** How a format shows a number. */
    enum Shown {
        NUMBER,
        DATE,
        CLOCK
    }

    /** What a format such as {@code yyyy\-mm\-dd} or {@code [h]:mm} makes of a number. */
    static Shown shown(String format) {
        String first = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        String section = first.split(";", 2)[0];
        Matcher passed = PASSED.matcher(section);
        if (passed.find()) {
            return Shown.CLOCK;
        }
        String signs = BRACKETS.matcher(section).replaceAll("");
        boolean clock = signs.indexOf('h') >= 0 || signs.indexOf('s') >= 0;
        if (signs.contains("general") || signs.indexOf('#') >= 0 || signs.indexOf('?') >= 0) {
            return Shown.NUMBER;
        }
        boolean day = signs.indexOf('y') >= 0 || signs.indexOf('d') >= 0 || signs.indexOf('m') >= 0 && !clock;
        return day ? Shown.DATE : clock ? Shown.CLOCK : Shown.NUMBER;
    }

    /** The number as a text that is read as what it is shown as. */
    static String text(double days, Shown shown, boolean from1904) {
        if (shown == Shown.NUMBER || !(days >= 0 && days < LAST)) {
            return Double.toString(days);
        }
        long milliseconds = Math.round(days * DAY);
        return shown == Shown.CLOCK && (milliseconds < DAY || !whole(milliseconds))
                ? clock(milliseconds)
                : date(milliseconds, from1904);
    }

    /** A whole day that is shown as a clock is midnight. */
    private static boolean whole(long milliseconds) {
        return milliseconds % DAY == 0;
    }

    private static String clock(long milliseconds) {
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                milliseconds / HOUR,
                milliseconds % HOUR / MINUTE,
                milliseconds % MINUTE / SECOND,
                milliseconds % SECOND);
    }

    private static String date(long milliseconds, boolean from1904) {
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : milliseconds / DAY < NEVER ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDateTime time =
                first.plusDays(milliseconds / DAY).atStartOfDay().plusNanos(1_000_000L * (milliseconds % DAY));
        return (milliseconds % SECOND == 0 ? SECONDS : MILLISECONDS).format(time);
    }
}
