package unroll.engine.table;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * One way of writing times: which number of a pattern is the year, the month, and so on.
 *
 * @param pattern of a {@link TimeScan}
 * @param roles of its numbers, a letter each: Year, Month, Day, hour, minute, second, fraction of it, zone, Quarter, Week; a date in one
 *     number is C
 */
record TimeForm(String pattern, String roles) {
    /** What cannot be read as a time gives this one. */
    static final double NONE = Double.NaN;

    private static final int DAY = 86_400;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final int NOON = 12;

    /** Two digits of a year that are more than these are of the century before, as Windows has it. */
    private static final int THIS_CENTURY = 49;

    /** Whether it names a day, month or year; without, it is a time of day or one that has passed. */
    boolean dated() {
        return roles.chars().anyMatch(role -> "YMDCQW".indexOf(role) >= 0) || pattern.indexOf('M') >= 0;
    }

    /** Seconds since the beginning of 1970, or since midnight where no date is named; {@link #NONE} where the cell is no such time. */
    double seconds(TimeScan scan) {
        boolean pointed = roles.equals("hms") && pattern.indexOf(':') < 0;
        if (!scan.is(pattern) || scan.count() != roles.length() || pointed && !clock(scan)) {
            return NONE;
        }
        long year = 1970;
        long month = scan.month() == 0 ? 1 : scan.month();
        long day = 1;
        long quarter = 0;
        long week = 0;
        double time = 0;
        for (int i = 0; i < roles.length(); i++) {
            long n = scan.number(i);
            switch (roles.charAt(i)) {
                case 'Y' -> {
                    if (scan.digits(i) > 4) {
                        return NONE;
                    }
                    year = year(n, scan.digits(i));
                }
                case 'M' -> month = n;
                case 'D' -> day = n;
                case 'Q' -> quarter = n;
                case 'W' -> week = n;
                case 'h' -> time += HOUR * (double) hour(n, scan);
                case 'm' -> time += MINUTE * (double) n;
                case 's' -> time += n;
                case 'f' -> time += n / Math.pow(10, scan.digits(i));
                case 'z' -> time -= zone(scan, i);
                case 'C' -> {
                    return compact(n, scan.digits(i));
                }
                default -> {}
            }
        }
        if (!dated()) {
            return time;
        }
        return date(year, quarter == 0 ? month : 3 * quarter - 2, day, week) * DAY + time;
    }

    /** Whether a clock that is written as dates are can be one. */
    private static boolean clock(TimeScan scan) {
        return scan.number(0) < 24 && scan.number(1) < 60 && scan.number(2) < 60;
    }

    private static long year(long n, int digits) {
        return digits != 2 ? n : n + (n > THIS_CENTURY ? 1900 : 2000);
    }

    private long hour(long n, TimeScan scan) {
        return pattern.indexOf('p') < 0 ? n : n % NOON + (scan.afternoon() ? NOON : 0);
    }

    /** Seconds by which a zone is ahead; its minutes may stand behind a colon, or be the last two of four digits. */
    private double zone(TimeScan scan, int i) {
        long n = scan.number(i);
        boolean minutes = i + 1 < roles.length();
        double seconds = scan.digits(i) > 2
                ? HOUR * (n / 100.0 - n % 100 / 100.0) + MINUTE * (double) (n % 100)
                : HOUR * (double) n;
        seconds += minutes ? MINUTE * (double) scan.number(i + 1) : 0;
        return pattern.indexOf('+') >= 0 ? seconds : -seconds;
    }

    /** 20210304, 202103, or with hours, minutes and seconds behind it. */
    private static double compact(long n, int digits) {
        long rest = n;
        long[] parts = new long[6]; // seconds first
        int count = digits == 6 ? 2 : 3 + (digits - 8) / 2;
        for (int i = count - 1; i > 0; i--) {
            parts[i] = rest % 100;
            rest /= 100;
        }
        double day = date(rest, parts[1], digits == 6 ? 1 : parts[2], 0);
        boolean clock = parts[3] < 24 && parts[4] < 60 && parts[5] < 61;
        return clock ? day * DAY + HOUR * parts[3] + MINUTE * parts[4] + parts[5] : NONE;
    }

    /** Days since the beginning of 1970. */
    private static double date(long year, long month, long day, long week) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return NONE;
        }
        try {
            LocalDate date = LocalDate.of((int) year, (int) month, (int) day);
            return week == 0
                    ? date.toEpochDay()
                    : LocalDate.of((int) year, 1, 4)
                            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                            .with(DayOfWeek.MONDAY)
                            .toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }
}
