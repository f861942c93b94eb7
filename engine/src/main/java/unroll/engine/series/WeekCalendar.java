package unroll.engine.series;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Even steps of which every week leaves out the same ones: business days, or the minutes in which a market is open.
 *
 * @param step in seconds, a whole number of which make a week
 * @param first a time that a step begins at
 * @param open the steps of a week from {@code first} on that are not left out, at least one; not to be changed
 */
record WeekCalendar(double step, double first, BitSet open) implements Calendar {
    private static final int DAYS = 7;
    private static final int WEEK = DAYS * TimeAxis.DAY;

    /** The week that began 1970 began on a Thursday. */
    private static final DayOfWeek EPOCH = DayOfWeek.THURSDAY;

    /** A step is left out that was passed over at least so often, and this many times as often as there was a row. */
    private static final int TWICE = 2;

    private static final int RARELY = 10;

    /** That in which the times leave out some steps of each week; none where they do not. */
    static List<Calendar> candidates(double[] times, double usual) {
        double step = usual < TimeAxis.DAY ? usual : TimeAxis.DAY;
        if (usual >= WEEK || step < 1 || WEEK % step != 0) {
            return List.of();
        }
        int slots = (int) (WEEK / step);
        double begin = times[
                IntStream.range(0, times.length)
                        .filter(i -> !Double.isNaN(times[i]))
                        .findFirst()
                        .orElseThrow()];
        double first = step < TimeAxis.DAY ? begin : Math.floor(begin / TimeAxis.DAY) * TimeAxis.DAY;
        int[] seen = new int[slots];
        int[] passed = new int[slots];
        for (int i = 0; i < times.length; i++) {
            if (Double.isNaN(times[i])) {
                continue;
            }
            seen[slot(times[i], first, step)]++;
            double leap = i == 0 ? 0 : times[i] - times[i - 1];
            for (int k = 1; leap < WEEK && k < Math.rint(leap / step); k++) {
                passed[slot(times[i - 1] + k * step, first, step)]++;
            }
        }
        BitSet open = new BitSet(slots);
        IntStream.range(0, slots)
                .filter(s -> passed[s] < TWICE || passed[s] <= RARELY * seen[s])
                .forEach(open::set);
        return open.isEmpty() || open.cardinality() == slots ? List.of() : List.of(new WeekCalendar(step, first, open));
    }

    private static int slot(double time, double first, double step) {
        return (int) Math.floorMod((long) Math.floor((time - first) / step + SAME), Math.round(WEEK / step));
    }

    @Override
    public double next(double time) {
        double next = time + step;
        for (int s = slot(next, first, step); !open.get(s); s = slot(next, first, step)) {
            next += step;
        }
        return next;
    }

    @Override
    public long steps(double from, double to) {
        double weeks = Math.floor((to - from) / WEEK);
        long rows = (long) (weeks * open.cardinality());
        for (double time = from + weeks * WEEK + step; time < to + step / 2; time += step) {
            rows += open.get(slot(time, first, step)) ? 1 : 0;
        }
        return Math.max(1, rows);
    }

    /** The rows of a day where each has the same number, else those of a week. */
    @Override
    public int season() {
        long days = days().cardinality();
        return step == TimeAxis.DAY || open.cardinality() % days != 0
                ? open.cardinality()
                : (int) (open.cardinality() / days);
    }

    /** The days of the week, 0 for Monday, in which a step is that is not left out. */
    private BitSet days() {
        BitSet days = new BitSet();
        open.stream()
                .mapToObj(s -> EPOCH.plus((long) Math.floor((first + s * step) / TimeAxis.DAY)))
                .forEach(day -> days.set(day.getValue() - 1));
        return days;
    }

    @Override
    public String words() {
        String days = days(days());
        boolean business = days.equals("Monday to Friday");
        return step < TimeAxis.DAY
                ? EvenCalendar.length(step) + " apart at the same times of each week, " + days
                : business ? "business days (" + days + ")" : days + " of each week";
    }

    /** "Monday to Friday", "Sunday to Thursday", "Monday, Wednesday". */
    private static String days(BitSet days) {
        int count = days.cardinality();
        for (int from = 0; from < DAYS && count > 2; from++) {
            int first = from;
            if (IntStream.range(first, first + count).allMatch(day -> days.get(day % DAYS))) {
                return name(first) + " to " + name((first + count - 1) % DAYS);
            }
        }
        return days.stream().mapToObj(WeekCalendar::name).collect(Collectors.joining(", "));
    }

    private static String name(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
