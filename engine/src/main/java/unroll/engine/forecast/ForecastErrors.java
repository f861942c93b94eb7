package unroll.engine.forecast;

import java.util.List;

/** The errors of predictions in the data's own units, beside those of copying what was known when they were made. */
public final class ForecastErrors {
    private final List<Forecast> forecasts;
    private final int lead;

    /** @param lead steps from the row that was known last to the one that is predicted first */
    public ForecastErrors(List<Forecast> forecasts, int lead) {
        this.forecasts = List.copyOf(forecasts);
        this.lead = lead;
    }

    /**
     * The errors of one column so many steps ahead.
     *
     * @param mae mean absolute error
     * @param rmse root of the mean squared error
     * @param count of the rows that are known and predicted
     */
    public record Errors(double mae, double rmse, long count) {}

    /** Those of the network. */
    public Errors network(int target, int ahead) {
        return errors(target, ahead, 0);
    }

    /** Those of the value that was known last, on the same rows. */
    public Errors last(int target, int ahead) {
        return errors(target, ahead, Math.max(1, lead + ahead - 1));
    }

    /** Those of the value a whole number of seasons before, the latest that was known, on the same rows as far as it is. */
    public Errors season(int target, int ahead, int season) {
        return errors(target, ahead, Math.ceilDiv(Math.max(1, lead + ahead - 1), season) * season);
    }

    /** The errors of what was known so many rows before; 0 for the network's. */
    private Errors errors(int target, int ahead, int back) {
        double absolute = 0;
        double square = 0;
        long count = 0;
        for (Forecast forecast : forecasts) {
            for (int row = back; row < forecast.rows(); row++) {
                double network = forecast.predicted()[ahead - 1][row][target];
                double said = back == 0 ? network : forecast.known()[row - back][target];
                double error = said - forecast.known()[row][target];
                if (!Double.isNaN(error) && !Double.isNaN(network)) {
                    absolute += Math.abs(error);
                    square += error * error;
                    count++;
                }
            }
        }
        return new Errors(absolute / count, Math.sqrt(square / count), count);
    }
}
