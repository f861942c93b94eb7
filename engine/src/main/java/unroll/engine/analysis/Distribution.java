package unroll.engine.analysis;

import java.util.Arrays;

/**
 * How numbers are distributed.
 *
 * @param percentiles of those that are finite, at the {@link #PERCENTS}; NaN where none is finite
 * @param numbers how many there are
 * @param broken how many of them are not finite
 */
public record Distribution(double[] percentiles, int numbers, int broken) {
    /** Of normally distributed numbers 16 and 84 % are a standard deviation from the median, 1 and 99 % 2.33 of them. */
    private static final double[] PERCENTS = {1, 16, 50, 84, 99};

    /** How many percentiles there are; the middle one is the median. */
    public static final int COUNT = PERCENTS.length;

    public Distribution {
        if (percentiles.length != COUNT) {
            throw new IllegalArgumentException(percentiles.length + " percentiles, not " + COUNT);
        }
    }

    /** Of {@code numbers}, which stay as they are. Between two of them a percentile is interpolated linearly (Hyndman and Fan 1996, type 7). */
    public static Distribution of(double[] numbers) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        double[] percentiles =
                Arrays.stream(PERCENTS).map(percent -> at(sorted, percent)).toArray();
        return new Distribution(percentiles, numbers.length, numbers.length - sorted.length);
    }

    /** What share of the numbers, in percent, lies below percentile {@code i}. */
    public static double percent(int i) {
        return PERCENTS[i];
    }

    private static double at(double[] sorted, double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = place - below;
        return (1 - share) * sorted[below] + share * sorted[above];
    }
}
