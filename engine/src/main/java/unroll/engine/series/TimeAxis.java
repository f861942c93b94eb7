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
    static final int MINUTE = 60;
    static final int HOUR = 3600;
    static final int DAY = 86_400;

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
        COUNTED;

        /** Whether they are dates. */
        public boolean dated() {
            return this != CLOCK && this != COUNTED;
        }
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

    static LocalDateTime moment(double seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond((long) Math.floor(seconds)), ZoneOffset.UTC);
    }

    private static String clock(double seconds) {
        long thousandths = Math.round(1000 * seconds);
        long whole = Math.floorDiv(thousandths, 1000L);
        String text = String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole / MINUTE % MINUTE, whole % MINUTE);
        return thousandths % 1000 == 0 ? text : text + String.format(Locale.ROOT, ".%03d", thousandths % 1000);
    }
}
