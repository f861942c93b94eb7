package unroll.engine.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Months, quarters, years: times on the same day of months that are a whole number of months apart.
 *
 * @param months from one time to the next
 * @param day of the month, or its last where it has fewer days
 * @param business whether a day at the weekend gives way to the Friday before
 */
record MonthCalendar(int months, int day, boolean business) implements Calendar {
    private static final int LAST = 31;

    private static final int YEAR = 12;

    /** The mean month of the Gregorian calendar, in seconds. */
    private static final double MONTH = 365.2425 * TimeAxis.DAY / YEAR;

    /** By so much months differ from their mean, and somewhat more, in seconds. */
    private static final double UNEVEN = 3 * TimeAxis.DAY;

    /** Those on the ends of months, on the day that occurs most and on the last that occurs, and on the last business day. */
    static List<Calendar> candidates(double[] times, double usual) {
        int months = (int) Math.rint(usual / MONTH);
        if (months == 0 || Math.abs(usual - months * MONTH) > UNEVEN) {
            return List.of();
        }
        Map<Integer, Long> days = Arrays.stream(times)
                .filter(time -> !Double.isNaN(time))
                .mapToObj(time -> TimeAxis.moment(time).getDayOfMonth())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int most = days.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        int last = days.keySet().stream().max(Comparator.naturalOrder()).orElseThrow();
        return Stream.of(
                        new MonthCalendar(months, LAST, false),
                        new MonthCalendar(months, most, false),
                        new MonthCalendar(months, last, false),
                        new MonthCalendar(months, LAST, true))
                .map(Calendar.class::cast)
                .toList();
    }

    @Override
    public double next(double time) {
        LocalDateTime before = TimeAxis.moment(time);
        LocalDate first = before.toLocalDate().withDayOfMonth(1).plusMonths(months);
        LocalDate date = first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
        while (business && date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            date = date.minusDays(1);
        }
        return date.atTime(before.toLocalTime()).toEpochSecond(ZoneOffset.UTC);
    }

    @Override
    public long steps(double from, double to) {
        return EvenCalendar.rows(to - from, months * MONTH);
    }

    @Override
    public int season() {
        return months < YEAR && YEAR % months == 0 ? YEAR / months : 0;
    }

    @Override
    public String words() {
        String length = switch (months) {
            case 1 -> "a month";
            case 3 -> "a quarter";
            case YEAR -> "a year";
            default -> months % YEAR == 0 ? months / YEAR + " years" : months + " months";
        };
        return length + " apart"
                + (day < LAST ? "" : business ? " on the last business day of the month" : " at the end of the month");
    }
}
