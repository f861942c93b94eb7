package unroll.engine.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.series.ColumnUnit;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesShape;
import unroll.engine.series.SeriesSplit;

/**
 * The errors that people quote of predictions of series: the mean absolute error and the root of the mean squared one, in the data's own
 * unit, and the mean absolute scaled error (Hyndman and Koehler 2006), which is 1 for who copies the last season of the training part, or the last value where that holds no whole season.
 */
final class SeriesErrors {
    private SeriesErrors() {}

    /** Those of a split: the first two where a single column is predicted, since errors in several units have no mean. */
    static List<Metric> of(SeriesSplit split) {
        List<Metric> errors = new ArrayList<>();
        SeriesShape shape = split.shape();
        if (shape.targets().size() == 1) {
            ColumnUnit unit = split.units().get(shape.targets().getFirst());
            errors.add(new Metric(
                    "MAE",
                    "own unit",
                    (batch, predictions) ->
                            unit.one() * CountedSteps.mean(batch, predictions, SeriesErrors::absolute)));
            errors.add(new Metric(
                    "RMSE",
                    "own unit",
                    (batch, predictions) ->
                            unit.one() * Math.sqrt(CountedSteps.mean(batch, predictions, CountedSteps::square))));
        }
        int longest = split.training().stream().mapToInt(Series::rows).max().orElse(0);
        int season = shape.season() < longest ? Math.max(1, shape.season()) : 1;
        double[] scales = shape.targets().stream()
                .mapToDouble(column -> naive(split.training(), column, season))
                .toArray();
        if (IntStream.range(0, scales.length).allMatch(o -> scales[o] > 0)) {
            errors.add(new Metric(
                    season == 1 ? "MASE" : String.format(Locale.ROOT, "MASE by season of %d", season),
                    "",
                    (batch, predictions) -> scaled(batch, predictions, scales)));
        }
        return errors;
    }

    private static double absolute(double prediction, double target) {
        return Math.abs(prediction - target);
    }

    /** The mean absolute difference between values a season apart; 0 where no series is that long. */
    private static double naive(List<Series> series, int column, int season) {
        double sum = 0;
        long count = 0;
        for (Series one : series) {
            for (int row = season; row < one.rows(); row++) {
                double difference = Math.abs(one.at(row, column) - one.at(row - season, column));
                if (!Double.isNaN(difference)) {
                    sum += difference;
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double scaled(Batch batch, double[] predictions, double[] scales) {
        double sum = 0;
        double weights = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.sequences(); b++) {
                double weight = batch.weight()[batch.weightAt(t, b)];
                int at = batch.targetAt(t, b);
                for (int o = 0; o < scales.length && weight != 0; o++) {
                    sum += weight * Math.abs(predictions[at + o] - batch.target()[at + o]) / scales[o];
                }
                weights += weight;
            }
        }
        return sum / weights / scales.length;
    }
}
