package unroll.engine.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;

/** Columns of a table that say the year, the month, the day, the hour and the minute of a row, each by itself. */
final class CalendarColumns {
    /** What such columns are called, from the year on. */
    static final List<List<String>> NAMES = List.of(
            List.of("year", "yr", "yyyy", "jahr"),
            List.of("month", "mon", "mo", "mm", "monat"),
            List.of("day", "dom", "dd", "tag"),
            List.of("hour", "hr", "hh", "stunde"),
            List.of("minute", "min", "minuten"));

    private static final int[] LEAST = {1000, 1, 1, 0, 0};
    private static final int[] MOST = {3000, 12, 31, 24, 59};

    private final List<Column> columns;

    CalendarColumns(List<Column> columns) {
        this.columns = columns;
    }

    /** Their places, from the year on as far as they go; none without a year and a month. */
    List<Integer> find() {
        List<Integer> found = new ArrayList<>();
        for (int part = 0; part < NAMES.size(); part++) {
            int wanted = part;
            int place = IntStream.range(0, columns.size())
                    .filter(c ->
                            NAMES.get(wanted).contains(columns.get(c).name().toLowerCase(Locale.ROOT)))
                    .filter(c -> columns.get(c).kind() == ColumnKind.NUMBER && within(columns.get(c), wanted))
                    .findFirst()
                    .orElse(-1);
            if (place < 0) {
                break;
            }
            found.add(place);
        }
        return found.size() < 2 ? List.of() : found;
    }

    private static boolean within(Column column, int part) {
        return Arrays.stream(column.values())
                .allMatch(value -> value == Math.rint(value) && value >= LEAST[part] && value <= MOST[part]);
    }
}
