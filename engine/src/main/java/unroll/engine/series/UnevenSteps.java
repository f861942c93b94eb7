package unroll.engine.series;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Steps in time that follow no rule.
 *
 * @param shortest of them
 * @param longest of them
 * @param middle of them, in seconds or in the unit of what is counted
 */
record UnevenSteps(double shortest, double longest, double middle) {
    /** Steps that differ by less than this share of the middle one are even but for jitter. */
    private static final double JITTER = 0.05;

    /** The share of rows that follow a rule where there is one. */
    private static final double RULE = 0.5;

    /** Those between times; empty where most of them follow a calendar. */
    static Optional<UnevenSteps> of(double[] when, Calendar calendar) {
        double[] steps = IntStream.range(1, when.length)
                .mapToDouble(i -> when[i] - when[i - 1])
                .filter(step -> step > 0)
                .sorted()
                .toArray();
        return steps.length > 1
                        && calendar.fit(when) < RULE
                        && steps[steps.length - 1] - steps[0] > JITTER * steps[steps.length / 2]
                ? Optional.of(new UnevenSteps(steps[0], steps[steps.length - 1], steps[steps.length / 2]))
                : Optional.empty();
    }

    /** "Steps in time are uneven, from 3 minutes to 40 minutes". */
    String words(TimeAxis.Scale scale) {
        return "Steps in time are uneven, from " + length(shortest, scale) + " to " + length(longest, scale);
    }

    /** The middle one in words: "12 minutes". */
    String middle(TimeAxis.Scale scale) {
        return length(middle, scale);
    }

    private static String length(double step, TimeAxis.Scale scale) {
        return scale == TimeAxis.Scale.COUNTED ? Float.toString((float) step) : EvenCalendar.length(step);
    }
}
