package unroll.engine.table;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a table that was read.
 *
 * @param name as the file has it, or "column 3"
 * @param unit as a line of units has it; empty where there is none
 * @param kind what its cells are
 * @param values a number for each row: numbers themselves, of times the seconds since the beginning of 1970 (since midnight where no day is
 *     named), of words their place in {@code words}; not a number where a value is missing; shared, not to be written to
 * @param words the different words, in the order in which they come
 * @param dated whether times name days
 * @param universal whether times are in universal time (UTC), because the file says how far from it each is
 */
public record Column(
        String name,
        String unit,
        ColumnKind kind,
        double[] values,
        List<String> words,
        boolean dated,
        boolean universal) {
    public Column {
        words = List.copyOf(words);
    }

    /** Rows without a value. */
    public int missing() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    /** The smallest value; not a number where there is none. */
    public double smallest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
    }

    /** The largest value; not a number where there is none. */
    public double largest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }

    /** What a column is called that the file gives no name. */
    public static String unnamed(int column) {
        return "column " + (column + 1);
    }
}
