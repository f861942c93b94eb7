package unroll.engine.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rule by which the times of a series follow each other, in seconds or in the unit of what is counted. */
public sealed interface Calendar permits EvenCalendar, WeekCalendar, MonthCalendar {
    /** Times that differ by less than this share of the usual step are the same. */
    double SAME = 1e-3;

    /** The time of the row after one. */
    double next(double time);

    /** How many rows later a later time is, to the nearest; at least 1. */
    long steps(double from, double to);

    /** How many rows make a season of what people measure so often: a day of hours, a week of days, a year of months; 0 for none. */
    int season();

    /** In words that follow the name of the time: "a month apart", "business days (Monday to Friday)". */
    String words();

    /**
     * The calendar that most of these times follow; empty where no two of them differ.
     *
     * @param scale what the numbers mean
     * @param times of the rows in their order; not a number where one is not known
     */
    static Optional<Calendar> of(TimeAxis.Scale scale, double[] times) {
        double[] leaps = new double[Math.max(0, times.length - 1)];
        int count = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] > times[i - 1]) {
                leaps[count++] = times[i] - times[i - 1];
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        Arrays.sort(leaps, 0, count);
        double usual = leaps[count / 2];
        List<Calendar> candidates = new ArrayList<>();
        if (scale.dated()) {
            candidates.addAll(MonthCalendar.candidates(times, usual));
            candidates.addAll(WeekCalendar.candidates(times, usual));
        }
        candidates.add(new EvenCalendar(usual, scale));
        Calendar best = candidates.getFirst();
        for (Calendar other : candidates.size() == 1 ? List.<Calendar>of() : candidates) {
            best = other.fit(times) > best.fit(times) ? other : best;
        }
        return Optional.of(best);
    }

    /** The share of the rows that are the next ones of those before them, from 0 to 1; 1 where there is nothing to compare. */
    default double fit(double[] times) {
        long all = 0;
        long next = 0;
        for (int i = 1; i < times.length; i++) {
            double leap = times[i] - times[i - 1];
            if (leap > 0) {
                all++;
                next += Math.abs(next(times[i - 1]) - times[i]) < SAME * leap ? 1 : 0;
            }
        }
        return all == 0 ? 1 : next / (double) all;
    }

    /** So many rows after a time. */
    default double after(double time, int rows) {
        double after = time;
        for (int i = 0; i < rows; i++) {
            after = next(after);
        }
        return after;
    }
}
