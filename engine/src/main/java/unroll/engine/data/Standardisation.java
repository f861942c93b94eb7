package unroll.engine.data;

import java.util.List;

/** For each column what to subtract and what to divide by, so that its mean is 0 and its standard deviation 1. */
final class Standardisation {
    private final double[] mean;
    private final double[] deviation;

    private Standardisation(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** By all rows of these series (the deviation of the population); a constant column keeps its unit. */
    static Standardisation of(List<Series> series) {
        List<double[]> rows = series.stream().flatMap(s -> s.rows().stream()).toList();
        int columns = rows.getFirst().length;
        double[] mean = new double[columns];
        double[] deviation = new double[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            mean[c] = rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
            double centre = mean[c];
            double variance = rows.stream()
                    .mapToDouble(row -> (row[column] - centre) * (row[column] - centre))
                    .average()
                    .orElseThrow();
            double first = rows.getFirst()[c];
            boolean constant = rows.stream().allMatch(row -> row[column] == first);
            deviation[c] = constant || variance == 0 ? 1 : Math.sqrt(variance);
        }
        return new Standardisation(mean, deviation);
    }

    /** The series in the new units. */
    Series apply(Series series) {
        return new Series(
                series.file(),
                series.columns(),
                series.rows().stream().map(this::apply).toList());
    }

    private double[] apply(double[] row) {
        double[] scaled = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            scaled[c] = (row[c] - mean[c]) / deviation[c];
        }
        return scaled;
    }
}
