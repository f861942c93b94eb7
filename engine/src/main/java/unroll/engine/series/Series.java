package unroll.engine.series;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A series: a row of numbers for each time step, all of the same width. Where a value is missing it is not a number. */
public final class Series {
    /** So many rows before a part go with it when its numbers are changed: a year of hours, and more. */
    private static final int REMEMBERED = 10_000;

    private final Path file;
    private final String name;
    private final double[][] columns;
    private final double @Nullable [] times;
    private final int from;
    private final int rows;

    /**
     * A whole series.
     *
     * @param file it was read from, for messages
     * @param name what tells it apart from others of the same file; empty where it is the only one
     * @param columns a row of numbers for each column; shared, not to be written to
     * @param times of the rows, as a {@link TimeAxis} has them; null where the data have none
     */
    Series(Path file, String name, double[][] columns, double @Nullable [] times) {
        this(file, name, columns, times, 0, columns[0].length);
    }

    private Series(Path file, String name, double[][] columns, double @Nullable [] times, int from, int rows) {
        this.file = file;
        this.name = name;
        this.columns = columns;
        this.times = times;
        this.from = from;
        this.rows = rows;
    }

    /** A series of single numbers, which a program made. */
    public static Series of(Path source, double[] values) {
        return new Series(source, "", new double[][] {values}, null);
    }

    /** A series of rows of equally many numbers, at least one, which a program made. */
    public static Series ofRows(Path source, double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return new Series(source, "", columns, null);
    }

    public Path file() {
        return file;
    }

    /** What tells it apart from others of the same file; empty where it is the only one. */
    public String name() {
        return name;
    }

    /** Time steps. */
    public int rows() {
        return rows;
    }

    /** Numbers of a time step. */
    public int width() {
        return columns.length;
    }

    /** A number; not a number where it is missing. Rows below 0 are those before the part of a series that this is. */
    public double at(int row, int column) {
        return columns[column][from + row];
    }

    /** The numbers of a column, from the first row to the last. */
    DoubleStream values(int column) {
        return Arrays.stream(columns[column], from, from + rows);
    }

    /** How many rows before the first one are known, where this is a part of a series. */
    public int before() {
        return from;
    }

    /** When a row was; empty where the data do not say. */
    public Optional<Double> time(int row) {
        return times == null ? Optional.empty() : Optional.of(times[from + row]);
    }

    /** When all rows were; empty where the data do not say. */
    public Optional<double[]> times() {
        return times == null ? Optional.empty() : Optional.of(Arrays.copyOfRange(times, from, from + rows));
    }

    /** The time steps {@code first} (included) to {@code end} (excluded). */
    Series part(int first, int end) {
        return new Series(file, name, columns, times, from + first, end - first);
    }

    /** The same rows with other numbers, and some rows before them: {@code change} is given each number, and the place of its column. */
    Series with(Change change) {
        int kept = Math.min(from, REMEMBERED);
        double[][] changed = new double[columns.length][];
        for (int c = 0; c < changed.length; c++) {
            changed[c] = new double[kept + rows];
            for (int r = 0; r < kept + rows; r++) {
                changed[c][r] = change.of(columns[c][from - kept + r], c);
            }
        }
        double[] when = times == null ? null : Arrays.copyOfRange(times, from - kept, from + rows);
        return new Series(file, name, changed, when, kept, rows);
    }

    /** Makes another number of one. */
    interface Change {
        double of(double value, int column);
    }
}
