package unroll.engine.task;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;
import unroll.engine.random.Philox;
import unroll.engine.sequence.Batch;
import unroll.engine.series.Series;
import unroll.engine.series.SeriesShape;
import unroll.engine.series.SeriesSplit;

/**
 * Windows of series, every place where one fits equally probable. A series too short for a whole window is used as a
 * whole; the steps it lacks do not count.
 */
final class Windows {
    /** Steps of the shortest window that a setting allows. */
    static final int SHORTEST = 2;

    private final List<Series> series;
    private final SeriesShape shape;
    private final int[] inputs;
    private final int[] targets;
    private final int window;
    private final int lead;
    private final int places;

    /**
     * Windows of {@code window} steps, each of which takes more rows by the lead of its targets.
     *
     * @param series of which at least one holds a whole window
     * @param lead steps from a row to the one that is its target; negative where it is an earlier one
     */
    Windows(List<Series> series, SeriesShape shape, int window, int lead) {
        this.series = List.copyOf(series);
        this.shape = shape;
        inputs = shape.inputs().stream().mapToInt(Integer::intValue).toArray();
        targets = shape.targets().stream().mapToInt(Integer::intValue).toArray();
        this.window = window;
        this.lead = lead;
        places = series.stream().mapToInt(this::places).sum();
    }

    /**
     * Makes sure that both parts hold a whole window.
     *
     * @throws DataException where one does not
     */
    static void requireOne(Path source, SeriesSplit split, int window, int lead) {
        int training = rows(split.training());
        int test = rows(split.test());
        int rows = Math.min(training, test);
        int longest = longest(split, lead);
        if (window > longest) {
            throw new DataException(
                    source,
                    "the longest " + (test < training ? "test" : "training") + " series has " + rows
                            + " rows, too few for "
                            + (longest < SHORTEST
                                    ? "any window; a window of " + SHORTEST + " steps needs "
                                            + (SHORTEST + Math.abs(lead)) + " rows in each part"
                                    : "a window of " + window + " steps; choose a window of at most " + longest));
        }
    }

    /** The steps of the longest window that both parts hold. */
    static int longest(SeriesSplit split, int lead) {
        return Math.min(rows(split.training()), rows(split.test())) - Math.abs(lead);
    }

    private static int rows(List<Series> series) {
        return series.stream().mapToInt(Series::rows).max().orElse(0);
    }

    /** How many of the series have fewer rows before their first one than {@code back}. */
    long without(int back) {
        return series.stream().filter(one -> one.before() < back).count();
    }

    private int steps(Series one) {
        return Math.clamp((long) one.rows() - Math.abs(lead), 0, window);
    }

    private int places(Series one) {
        return Math.max(1, one.rows() - Math.abs(lead) - window + 1);
    }

    /** Draws a window into column {@code b}. */
    void draw(Philox random, Batch batch, int b) {
        int place = random.integer(0, places - 1);
        Series one = series.get(which(place));
        int first = row(place);
        for (int t = 0; t < steps(one); t++) {
            int at = batch.inputAt(t, b);
            for (int i = 0; i < inputs.length; i++) {
                double value = one.at(first + t, inputs[i]);
                batch.input()[at + i] = Double.isNaN(value) ? 0 : value;
            }
            boolean whole = target(one, first + t + lead, batch, batch.targetAt(t, b));
            batch.weight()[batch.weightAt(t, b)] = whole ? 1 : 0;
        }
        for (int back = 1; back <= Math.min(batch.before(), first + one.before()); back++) {
            int at = batch.pastAt(back, b);
            for (int i = 0; i < inputs.length; i++) {
                batch.past()[at + i] = one.at(first - back, inputs[i]);
            }
        }
    }

    /** Writes the targets of a row; whether none is missing. */
    private boolean target(Series one, int row, Batch batch, int at) {
        boolean whole = true;
        for (int o = 0; o < targets.length; o++) {
            double value = one.at(row, targets[o]);
            whole &= !Double.isNaN(value);
            batch.target()[at + o] = Double.isNaN(value) ? 0 : value;
        }
        return whole;
    }

    /** When the rows were that are {@code later} than those given of the window that would be drawn, a text each; none where the data do not say. */
    List<String> times(Philox random, int later) {
        int place = random.integer(0, places - 1);
        Series one = series.get(which(place));
        int first = row(place);
        return shape.time()
                .map(axis -> IntStream.range(0, steps(one))
                        .mapToObj(
                                t -> one.time(first + t + later).map(axis::text).orElse(""))
                        .toList())
                .orElse(List.of());
    }

    /** The series in which a place of all lies. */
    private int which(int place) {
        int rest = place;
        int i = 0;
        while (rest >= places(series.get(i))) {
            rest -= places(series.get(i));
            i++;
        }
        return i;
    }

    /** The row of its series that is given first. */
    private int row(int place) {
        int rest = place;
        for (int i = 0; i < which(place); i++) {
            rest -= places(series.get(i));
        }
        return rest + Math.max(0, -lead);
    }
}
