package unroll.engine.forecast;

import java.util.List;

/**
 * What a network predicts of one series, in the data's own units.
 *
 * @param series its name; empty where it is the only one
 * @param times of the rows and of those that follow them, a text each
 * @param targets names of the columns that are predicted
 * @param known for each row its values, as far as they are known: not a number where they are not
 * @param predicted for each number of steps ahead, from 1, for each row the values that were predicted so many steps before; not a number
 *     where nothing was
 */
public record Forecast(
        String series, List<String> times, List<String> targets, double[][] known, double[][][] predicted) {
    public Forecast {
        times = List.copyOf(times);
        targets = List.copyOf(targets);
    }

    /** Rows of the file, and those that are predicted beyond its end. */
    public int rows() {
        return known.length;
    }

    /** The longest number of steps ahead. */
    public int ahead() {
        return predicted.length;
    }
}
