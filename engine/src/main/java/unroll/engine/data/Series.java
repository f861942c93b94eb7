package unroll.engine.data;

import java.nio.file.Path;
import java.util.List;

/**
 * A multivariate series: a row of finite numbers for each time step, all of the same width.
 *
 * @param file where it was read from, for messages
 * @param columns the columns' names: those of the file, or "column 1" and so on
 * @param line the line of the file that the names stand in, from 1; 0 where it names none
 * @param rows the time steps; shared, not to be written to
 */
public record Series(Path file, List<String> columns, int line, List<double[]> rows) {
    public Series {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The time steps {@code from} (included) to {@code to} (excluded). */
    Series part(int from, int to) {
        return new Series(file, columns, line, rows.subList(from, to));
    }
}
