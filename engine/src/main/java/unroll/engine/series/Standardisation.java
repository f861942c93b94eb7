package unroll.engine.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For each column what to subtract and what to divide by, so that its mean is 0 and its standard deviation 1; or nothing of both.
 *
 * @param unit by which a column is multiplied first
 * @param mean in the unit that it has then
 * @param deviation in that unit, above 0
 */
public record Standardisation(double[] unit, double[] mean, double[] deviation) {
    /** Values that differ by no more than so many units in the last place are one, rounded. */
    private static final int ROUNDING = 8;

    /**
     * By all values of these series that are there (the deviation of the population); a constant column keeps its unit, and so do numbers
     * that are none of the file's own.
     */
    static Standardisation of(List<Series> series, SeriesShape shape) {
        int columns = series.getFirst().width();
        double[] unit = new double[columns];
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] values = series.stream()
                    .flatMapToDouble(s -> s.values(column))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (!shape.parts().get(c).measured() || values.length == 0) {
                unit[c] = 1;
                deviation[c] = 1;
                continue;
            }
            unit[c] = scale(values);
            mean[c] = Arrays.stream(values)
                    .map(value -> value * unit[column])
                    .average()
                    .orElseThrow();
            double centre = mean[c];
            double variance = Arrays.stream(values)
                    .map(value -> (value * unit[column] - centre) * (value * unit[column] - centre))
                    .average()
                    .orElseThrow();
            deviation[c] = constant(values) || variance == 0 ? unit[c] : Math.sqrt(variance);
        }
        return new Standardisation(unit, mean, deviation);
    }

    /** So many columns as they are. */
    static Standardisation none(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Standardisation(ones, new double[columns], ones);
    }

    /** Whether all values are one but for rounding. */
    private static boolean constant(double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        return most - least <= ROUNDING * Math.ulp(Math.max(Math.abs(least), Math.abs(most)));
    }

    /** A power of two, so that it changes no digit, that brings the largest near 1: then no square is too large or too small to be held. */
    private static double scale(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        int exponent = largest == 0 ? 0 : Math.clamp(-Math.getExponent(largest), -1022, 1022);
        return Math.scalb(1.0, exponent);
    }

    /** The new units, a column each. */
    public List<ColumnUnit> units() {
        return IntStream.range(0, mean.length)
                .mapToObj(c -> ColumnUnit.of(mean[c] / unit[c], deviation[c] / unit[c]))
                .toList();
    }

    /** What a number of a column is in the file's own unit, whatever its size. */
    public double original(double value, int column) {
        return (value * deviation[column] + mean[column]) / unit[column];
    }

    /** The series in the new units. */
    Series apply(Series series) {
        return series.with((value, c) -> (value * unit[c] - mean[c]) / deviation[c]);
    }
}
