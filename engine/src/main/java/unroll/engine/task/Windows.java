package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import unroll.engine.data.DataException;
import unroll.engine.data.Series;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;

/**
 * Windows of series, every place where one fits equally probable. A series too short for a whole window is used as a
 * whole; the steps it lacks do not count.
 */
final class Windows {
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
     * @throws DataException where none of the series holds a whole window
     */
    static Windows of(Path source, String part, List<Series> series, int window) {
        int longest = series.stream().mapToInt(s -> s.rows().size()).max().orElse(0);
        if (longest < window + 1) {
            throw new DataException(
                    source,
                    "the longest " + part + " series has " + longest + " rows, too few for a window of " + window
                            + " steps; choose a window of at most " + (longest - 1));
        }
        return new Windows(List.copyOf(series), window);
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
