package unroll.engine.forecast;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a network predicts of one series, in the data's own units.
 *
 * @param labels what tells it apart from others, by what that is called: the file of a folder, the column that names series
 * @param timeName of the column that says when rows are; empty where they are counted
 * @param times of the rows and of those that follow them, a text each
 * @param calendar by which those follow, in words; empty where there is none
 * @param targets names of the columns that are predicted
 * @param beyond how many of the rows follow the end of the file
 * @param known for each row its values, as far as they are known: not a number where they are not
 * @param predicted for each number of steps ahead, from 1, for each row the values that were predicted so many steps before; not a number
 *     where nothing was
 */
public record Forecast(
        SequencedMap<String, String> labels,
        Optional<String> timeName,
        List<String> times,
        Optional<String> calendar,
        List<String> targets,
        int beyond,
        double[][] known,
        double[][][] predicted) {
    public Forecast {
        labels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(labels));
        times = List.copyOf(times);
        targets = List.copyOf(targets);
    }

    /** Rows of the file, and those that are predicted beyond its end. */
    public int rows() {
        return known.length;
    }

    /** Of one column of a row what was predicted last; not a number where nothing was. */
    public double newest(int row, int target) {
        for (double[][] ahead : predicted) {
            if (!Double.isNaN(ahead[row][target])) {
                return ahead[row][target];
            }
        }
        return Double.NaN;
    }

    /** The longest number of steps ahead. */
    public int ahead() {
        return predicted.length;
    }
}
