package unroll.app.control;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The numbers of a view, for other programs.
 *
 * @param name what they are where a view has several tables; empty for the first
 * @param columns left to right; where one is shorter than others its last cells are empty
 */
public record Table(String name, List<Column> columns) {
    /**
     * A column.
     *
     * @param head what its numbers are, with their unit
     * @param size cells
     * @param cell the words of a cell; a number in as many figures as tell it from every other
     */
    public record Column(String head, int size, IntFunction<String> cell) {
        public static Column of(String head, double[] values) {
            return new Column(head, values.length, i -> Double.toString(values[i]));
        }

        public static Column of(String head, float[] values) {
            return new Column(head, values.length, i -> Float.toString(values[i]));
        }

        public static Column of(String head, List<String> words) {
            return new Column(head, words.size(), words::get);
        }

        /** The numbers from 1 to {@code count}. */
        public static Column counting(String head, int count) {
            return new Column(head, count, i -> Integer.toString(i + 1));
        }

        /** Numbers that are mostly whole, such as those of updates. */
        public static Column whole(String head, double[] values) {
            return new Column(head, values.length, i -> plain(values[i]));
        }

        private static String plain(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    public Table {
        columns = List.copyOf(columns);
    }

    /** Rows below the heads. */
    public int rows() {
        return columns.stream().mapToInt(Column::size).max().orElse(0);
    }

    /** The words of a cell; none below the end of its column. */
    public String cell(int row, int column) {
        Column of = columns.get(column);
        return row < of.size() ? of.cell().apply(row) : "";
    }
}
