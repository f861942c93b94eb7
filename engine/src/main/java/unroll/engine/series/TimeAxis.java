package unroll.engine.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import unroll.engine.table.Column;

/**
 * How times are called.
 *
 * @param name of the column they come from
 * @param scale what their numbers mean
 */
public record TimeAxis(String name, Scale scale) {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    /** The shortest month and the longest, in days, and the same for years. */
    private static final int[] MONTHS = {28, 31, 89, 92, 365, 366};

    /** What the numbers of times mean. */
    public enum Scale {
        /** Seconds since the beginning of 1970, all at the beginning of a month. */
        MONTHS,
        /** The same, all at midnight. */
        DAYS,
        /** The same, all at full minutes. */
        MINUTES,
        /** The same. */
        SECONDS,
        /** Seconds from a beginning of their own. */
        CLOCK,
        /** Numbers of steps, years or whatever the file counts. */
        COUNTED
    }

    /** That of the times in a column. */
    public static TimeAxis of(Column column) {
        return column.dated() ? dated(column.name(), column.values()) : new TimeAxis(column.name(), Scale.CLOCK);
    }

    /** That of dates, by the coarsest scale that holds them all. */
    static TimeAxis dated(String name, double[] seconds) {
        double[] there =
                Arrays.stream(seconds).filter(value -> !Double.isNaN(value)).toArray();
        boolean days = Arrays.stream(there).allMatch(value -> value % DAY == 0);
        boolean months =
                days && Arrays.stream(there).allMatch(value -> moment(value).getDayOfMonth() == 1);
        boolean minutes = Arrays.stream(there).allMatch(value -> value % MINUTE == 0);
        return new TimeAxis(name, months ? Scale.MONTHS : days ? Scale.DAYS : minutes ? Scale.MINUTES : Scale.SECONDS);
    }

    /** A time as people write it: "1949-01", "2016-07-01 13:00", "0:02.500", "1821". */
    public String text(double time) {
        if (Double.isNaN(time)) {
            return "";
        }
        return switch (scale) {
            case MONTHS -> moment(time).toLocalDate().toString().substring(0, "2016-07".length());
            case DAYS -> moment(time).toLocalDate().toString();
            case MINUTES -> moment(time).toLocalDate() + " " + moment(time).toLocalTime();
            case SECONDS -> moment(time).toLocalDate() + " " + clock(time - Math.floor(time / DAY) * DAY);
            case CLOCK -> clock(time);
            case COUNTED ->
                time == Math.rint(time) && Math.abs(time) < 1e15 ? Long.toString((long) time) : Double.toString(time);
        };
    }

    private static LocalDateTime moment(double seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond((long) Math.floor(seconds)), ZoneOffset.UTC);
    }

    private static String clock(double seconds) {
        long thousandths = Math.round(1000 * seconds);
        long whole = Math.floorDiv(thousandths, 1000L);
        String text = String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole / MINUTE % MINUTE, whole % MINUTE);
        return thousandths % 1000 == 0 ? text : text + String.format(Locale.ROOT, ".%03d", thousandths % 1000);
    }

    /** Whether this step is longer than those of an even calendar, in which most are {@code usual} long. */
    static boolean isGap(double step, double usual) {
        return step > 1.5 * usual;
    }

    /** A step in words: "a month", "10 minutes", "0.5". */
    String step(double step) {
        if (scale == Scale.COUNTED) {
            return text(step);
        }
        double days = step / DAY;
        String[] calendar = {"a month", "a quarter", "a year"};
        for (int i = 0; i < calendar.length; i++) {
            if (days >= MONTHS[2 * i] && days <= MONTHS[2 * i + 1]) {
                return calendar[i];
            }
        }
        double[] units = {7 * DAY, DAY, HOUR, MINUTE, 1};
        String[] names = {"week", "day", "hour", "minute", "second"};
        for (int i = 0; i < units.length; i++) {
            double count = step / units[i];
            if (count == Math.rint(count)) {
                return count == 1 ? (i == 2 ? "an " : "a ") + names[i] : (long) count + " " + names[i] + "s";
            }
        }
        return (float) step + " seconds";
    }

    /** So many steps after a time; months stay months. */
    public double after(double time, double step, int steps) {
        double days = step / DAY;
        int months = days >= MONTHS[0] && days <= MONTHS[1]
                ? 1
                : days >= MONTHS[2] && days <= MONTHS[3] ? 3 : days >= MONTHS[4] && days <= MONTHS[5] ? 12 : 0;
        return months == 0 || scale == Scale.COUNTED || scale == Scale.CLOCK
                ? time + steps * step
                : moment(time).plusMonths((long) months * steps).toEpochSecond(ZoneOffset.UTC);
    }

    /** How many steps make a season of what people measure so often: a day of hours, a week of days, a year of months; 0 for none. */
    int season(double step) {
        if (scale == Scale.COUNTED) {
            return 0;
        }
        double days = step / DAY;
        if (days < 1) {
            double count = DAY / step;
            return count == Math.rint(count) ? (int) count : 0;
        }
        return days == 1 ? 7 : days >= 28 && days <= 31 ? 12 : days >= 89 && days <= 92 ? 4 : 0;
    }
}
