package unroll.engine.series;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** When the rows of a table were, by the columns that say so. */
final class RowTimes {
    private RowTimes() {}

    /** A time for each row, in seconds or in the unit of a column that counts; not a number where it cannot be told. */
    static double[] of(Table table, List<Integer> columns) {
        Column first = table.columns().get(columns.getFirst());
        if (columns.size() == 1) {
            return first.values();
        }
        double[] times = new double[table.rows()];
        for (int r = 0; r < times.length; r++) {
            times[r] = first.kind() == ColumnKind.NUMBER
                    ? calendar(table, columns, r)
                    : first.values()[r] + table.columns().get(columns.get(1)).values()[r];
        }
        return times;
    }

    private static double calendar(Table table, List<Integer> columns, int row) {
        int[] parts = {1970, 1, 1, 0, 0};
        for (int i = 0; i < columns.size(); i++) {
            parts[i] = (int) table.columns().get(columns.get(i)).values()[row];
        }
        try {
            return LocalDateTime.of(parts[0], parts[1], parts[2], 0, 0).toEpochSecond(ZoneOffset.UTC)
                    + 3600.0 * parts[3]
                    + 60.0 * parts[4];
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    /** The axis of such times. */
    static TimeAxis axis(Table table, List<Integer> columns, double[] times) {
        Column first = table.columns().get(columns.getFirst());
        String name = String.join(
                ", ", columns.stream().map(c -> table.columns().get(c).name()).toList());
        name += first.universal() ? " (UTC)" : "";
        boolean parts = columns.size() > 1;
        if (first.kind() == ColumnKind.TIME && !first.dated()) {
            return new TimeAxis(name, TimeAxis.Scale.CLOCK);
        }
        return first.kind() == ColumnKind.TIME || parts
                ? TimeAxis.dated(name, times)
                : new TimeAxis(name, TimeAxis.Scale.COUNTED);
    }
}
