package unroll.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** For each column what to subtract and what to divide by, so that its mean is 0 and its standard deviation 1. */
final class Standardisation {
    /** By which a column is multiplied first; mean and deviation are in the unit that it has then. */
    private final double[] unit;

    private final double[] mean;
    private final double[] deviation;

    private Standardisation(double[] unit, double[] mean, double[] deviation) {
        this.unit = unit;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** By all rows of these series (the deviation of the population); a constant column keeps its unit. */
    static Standardisation of(List<Series> series) {
        int columns = series.getFirst().rows().getFirst().length;
        double[] unit = new double[columns];
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] values = series.stream()
                    .flatMap(s -> s.rows().stream())
                    .mapToDouble(row -> row[column])
                    .toArray();
            unit[c] = scale(values);
            double first = values[0];
            boolean constant = Arrays.stream(values).allMatch(value -> value == first);
            mean[c] = Arrays.stream(values)
                    .map(value -> value * unit[column])
                    .average()
                    .orElseThrow();
            double centre = mean[c];
            double variance = Arrays.stream(values)
                    .map(value -> (value * unit[column] - centre) * (value * unit[column] - centre))
                    .average()
                    .orElseThrow();
            deviation[c] = constant || variance == 0 ? unit[c] : Math.sqrt(variance);
        }
        return new Standardisation(unit, mean, deviation);
    }

    /** A power of two, so that it changes no digit, that brings the largest near 1: then no square is too large or too small to be held. */
    private static double scale(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        int exponent = largest == 0 ? 0 : Math.clamp(-Math.getExponent(largest), -1022, 1022);
        return Math.scalb(1.0, exponent);
    }

    /** The new units, a column each. */
    List<ColumnUnit> units() {
        return IntStream.range(0, mean.length)
                .mapToObj(c -> ColumnUnit.of(mean[c] / unit[c], deviation[c] / unit[c]))
                .toList();
    }

    /** The series in the new units. */
    Series apply(Series series) {
        return new Series(
                series.file(),
                series.columns(),
                series.line(),
                series.rows().stream().map(this::apply).toList());
    }

    private double[] apply(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] = (row[c] * unit[c] - mean[c]) / deviation[c];
        }
        return scaled;
    }
}
