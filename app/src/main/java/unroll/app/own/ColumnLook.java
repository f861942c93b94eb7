package unroll.app.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.app.control.Numbers;
import unroll.engine.series.ColumnDescription;
import unroll.engine.series.ColumnUse;
import unroll.engine.series.TimeAxis;
import unroll.engine.setting.Decimal;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;

/**
 * What is seen of a column of a table.
 *
 * @param place of the column in the table, from 0
 * @param name with its unit, if the file has one
 * @param kind what it holds, and from where to where: "numbers, 0.1 to 12"
 * @param missing how many rows have no value: "12 missing"
 * @param counts how often values are, from the smallest to the largest in steps of the same size; of words how often each is, as far as
 *     there is room
 * @param use what it is for
 * @param offered all that it can be for
 * @param cells its first rows as people write them; empty where a value is missing
 */
record ColumnLook(
        int place,
        String name,
        String kind,
        String missing,
        List<Integer> counts,
        ColumnUse use,
        List<ColumnUse> offered,
        List<String> cells) {
    /** Bars of a histogram. */
    static final int BARS = 24;

    /** Rows that are shown. */
    static final int ROWS = 200;

    ColumnLook {
        counts = List.copyOf(counts);
        offered = List.copyOf(offered);
        cells = List.copyOf(cells);
    }

    static ColumnLook of(int place, Column column, ColumnUse use) {
        Optional<TimeAxis> axis =
                column.kind() == ColumnKind.TIME ? Optional.of(TimeAxis.of(column)) : Optional.empty();
        ColumnDescription said = ColumnDescription.of(column, use.role());
        return new ColumnLook(
                place,
                said.name(),
                kind(said),
                missing(column),
                counts(column),
                use,
                ColumnUse.of(column.kind()),
                Arrays.stream(column.values())
                        .limit(ROWS)
                        .mapToObj(value -> cell(column, axis, value))
                        .toList());
    }

    /** The same where the column is for something else. */
    ColumnLook with(ColumnUse other) {
        return new ColumnLook(place, name, kind, missing, counts, other, offered, cells);
    }

    private static String cell(Column column, Optional<TimeAxis> axis, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return column.kind() == ColumnKind.WORD
                ? column.words().get((int) value)
                : axis.map(time -> time.text(value)).orElseGet(() -> Decimal.text(value));
    }

    /** "numbers, 0.1 to 12"; of words how many they are. */
    private static String kind(ColumnDescription said) {
        return switch (said.kind()) {
            case WORD -> said.range();
            case EMPTY -> said.kind().words();
            case NUMBER, TIME -> said.kind().words() + ", " + said.range();
        };
    }

    private static String missing(Column column) {
        int missing = column.missing();
        return missing == 0 ? "none missing" : Numbers.whole(missing) + " missing";
    }

    private static List<Integer> counts(Column column) {
        int[] counts = new int
                [column.kind() == ColumnKind.WORD
                        ? Math.min(BARS, column.words().size())
                        : BARS];
        double low = column.smallest();
        double high = column.largest();
        double step = column.kind() == ColumnKind.WORD ? 1 : (high - low) / BARS;
        for (double value : column.values()) {
            double bar = step > 0 ? (value - low) / step : 0;
            if (!Double.isNaN(value) && (column.kind() != ColumnKind.WORD || bar < counts.length)) {
                counts[Math.clamp((int) bar, 0, counts.length - 1)]++;
            }
        }
        List<Integer> all = new ArrayList<>();
        IntStream.of(counts).forEach(all::add);
        return all;
    }
}
