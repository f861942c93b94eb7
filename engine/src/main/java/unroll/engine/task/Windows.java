package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.data.DataException;
import unroll.engine.data.Series;
import unroll.engine.data.SeriesSplit;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;

/**
 * Windows of series, every place where one fits equally probable. A series too short for a whole window is used as a
 * whole; the steps it lacks do not count.
 */
final class Windows {
    /** Steps of the shortest window that a setting allows. */
    static final int SHORTEST = 2;

    private final List<Series> series;
    private final int window;
    private final int places;

    private Windows(List<Series> series, int window) {
        this.series = series;
        this.window = window;
        places = series.stream().mapToInt(s -> places(s, window)).sum();
    }

    /**
     * Windows of {@code window} steps: each takes one row more, since the last step needs a next one.
     *
     * @param series of which at least one holds a whole window
     */
    static Windows of(List<Series> series, int window) {
        return new Windows(List.copyOf(series), window);
    }

    /**
     * Makes sure that both parts hold a whole window.
     *
     * @throws DataException where one does not
     */
    static void requireOne(Path source, SeriesSplit split, int window) {
        int training = rows(split.training());
        int test = rows(split.test());
        int rows = Math.min(training, test);
        if (window > longest(split)) {
            throw new DataException(
                    source,
                    "the longest " + (test < training ? "test" : "training") + " series has " + rows
                            + " rows, too few for "
                            + (rows <= SHORTEST
                                    ? "any window; a window of " + SHORTEST + " steps needs " + (SHORTEST + 1)
                                            + " rows in each part"
                                    : "a window of " + window + " steps; choose a window of at most " + (rows - 1)));
        }
    }

    /** The steps of the longest window that both parts hold; each takes one row more. */
    static int longest(SeriesSplit split) {
        return Math.min(rows(split.training()), rows(split.test())) - 1;
    }

    private static int rows(List<Series> series) {
        return series.stream().mapToInt(s -> s.rows().size()).max().orElse(0);
    }

    private static int places(Series series, int window) {
        return Math.max(1, series.rows().size() - window);
    }

    /** Draws a window into column {@code b}. */
    void draw(Philox random, Batch batch, int b) {
        int place = random.integer(0, places - 1);
        int i = 0;
        while (place >= places(series.get(i), window)) {
            place -= places(series.get(i), window);
            i++;
        }
        List<double[]> rows = series.get(i).rows();
        int steps = Math.min(window, rows.size() - 1);
        for (int t = 0; t < steps; t++) {
            System.arraycopy(rows.get(place + t), 0, batch.input(), batch.inputAt(t, b), batch.inputs());
            System.arraycopy(rows.get(place + t + 1), 0, batch.target(), batch.targetAt(t, b), batch.outputs());
            batch.weight()[batch.weightAt(t, b)] = 1;
        }
    }
}
