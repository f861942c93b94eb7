package unroll.engine.series;

import java.nio.file.Path;
import java.util.Arrays;
import unroll.engine.data.DataException;

/** Rows at even steps in the place of rows at uneven ones: each is the mean of those nearest to it. */
final class Resampling {
    /** Times as many rows as there are, and some more, are not made. */
    private static final int MOST_TIMES = 10;

    private static final int SOME = 100;

    private final double[] times;

    /** The new row to which each of the old ones belongs. */
    private final int[] nearest;

    /**
     * From the first of the times to the last.
     *
     * @param when of the rows, ascending; a row without a time belongs to the one before
     * @param calendar by which the new rows follow each other
     * @throws DataException where these would be too many
     */
    Resampling(Path file, double[] when, Calendar calendar) {
        int most = MOST_TIMES * (when.length + SOME);
        double[] grid = new double[16];
        nearest = new int[when.length];
        int count = 1;
        grid[0] = when[0];
        for (int i = 1; i < when.length; i++) {
            while (nearer(grid[count - 1], when[i], calendar)) {
                if (count == most) {
                    throw new DataException(
                            file,
                            "has times so uneven that even steps would be many times as many as its rows; keep the"
                                    + " rows as they are or divide where time leaps");
                }
                grid = count == grid.length ? Arrays.copyOf(grid, 2 * count) : grid;
                grid[count] = calendar.next(grid[count - 1]);
                count++;
            }
            nearest[i] = count - 1;
        }
        times = Arrays.copyOf(grid, count);
    }

    /** Whether a time is nearer to the step after this one than to this; never where it is not known. */
    private static boolean nearer(double step, double time, Calendar calendar) {
        return time - step > calendar.next(step) - time;
    }

    /** When the new rows are. */
    double[] times() {
        return times;
    }

    /** The means of numbers that the old rows have, as far as they are there; not a number where none is. */
    double[] means(double[] values) {
        double[] sums = new double[times.length];
        int[] counts = new int[times.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sums[nearest[i]] += values[i];
                counts[nearest[i]]++;
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = counts[k] == 0 ? Double.NaN : sums[k] / counts[k];
        }
        return sums;
    }
}
