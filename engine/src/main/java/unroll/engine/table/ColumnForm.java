package unroll.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the cells of a column are to be read.
 *
 * @param kind what they are
 * @param numbers how numbers are written
 * @param times how times are written; none where they are numbers
 * @param second by how many a number is counted where it is a time: 1 for seconds since 1970, 1000 for milliseconds; 0 where it is none
 * @param unit that stands with the numbers in their cells; empty where none does
 */
record ColumnForm(ColumnKind kind, NumberForm numbers, Optional<TimeForms> times, double second, String unit) {
    /** Where so many of the cells are of one kind, the others are mistakes. */
    private static final double MOST = 0.9;

    /** The years 1973 and 2100, in seconds since 1970: between them numbers can count seconds. */
    private static final double EARLIEST = 1e8;

    private static final double LATEST = 4.1e9;

    private static final double[] SECONDS = {1, 1e3, 1e6, 1e9};

    private static final Pattern MONTH = Pattern.compile("(0?[1-9]|1[0-2])\\.(19|20)\\d\\d");

    /** Names of columns that say that they are times. */
    private static final Set<String> TIMES =
            Set.of("time", "date", "datetime", "timestamp", "ts", "unix", "epoch", "zeit", "datum", "day", "open time");

    /**
     * That of a column.
     *
     * @param name in small letters
     * @param first whether it is the first of its table
     * @param cells some that are not missing
     */
    static ColumnForm of(String name, boolean first, List<String> cells, NumberForm numbers, DateOrder order) {
        if (cells.isEmpty()) {
            return of(ColumnKind.EMPTY, numbers);
        }
        double[] values = cells.stream().mapToDouble(numbers::parse).toArray();
        long read = Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        if (read == values.length) {
            boolean named = TIMES.contains(name.toLowerCase(Locale.ROOT));
            return Column.numbersRows(name)
                    ? of(ColumnKind.NUMBER, numbers)
                    : counted(named, first, cells, values, numbers);
        }
        Optional<TimeForms> times = TimeForms.of(cells, order);
        if (times.isEmpty() && read < MOST * values.length) {
            List<String> some = cells.stream()
                    .filter(cell -> TimeForms.of(List.of(cell), order).isPresent())
                    .toList();
            times = some.size() >= MOST * cells.size() ? TimeForms.of(some, order) : Optional.empty();
        }
        if (times.isPresent()) {
            return of(times.get(), numbers);
        }
        List<String> units = WrittenUnit.all(cells, numbers);
        if (units.size() == 1) {
            return new ColumnForm(ColumnKind.NUMBER, numbers, Optional.empty(), 0, units.getFirst());
        }
        return of(read >= MOST * values.length ? ColumnKind.NUMBER : ColumnKind.WORD, numbers);
    }

    private static ColumnForm of(ColumnKind kind, NumberForm numbers) {
        return new ColumnForm(kind, numbers, Optional.empty(), 0, "");
    }

    private static ColumnForm of(TimeForms times, NumberForm numbers) {
        return new ColumnForm(ColumnKind.TIME, numbers, Optional.of(times), 0, "");
    }

    /** That of a column of words, whatever they look like. */
    static ColumnForm ofWords(NumberForm numbers) {
        return of(ColumnKind.WORD, numbers);
    }

    /** Numbers that are times where they are dates without signs between, or count seconds since 1970. */
    private static ColumnForm counted(
            boolean named, boolean first, List<String> cells, double[] values, NumberForm numbers) {
        if (first && cells.stream().allMatch(ColumnForm::mayBeMonth)) {
            Optional<TimeForms> months = TimeForms.of(cells, DateOrder.FOUND).filter(times -> times.monthly(cells));
            if (months.isPresent()) {
                return of(months.get(), numbers);
            }
        }
        if (rises(values)) {
            int digits = cells.getFirst().length();
            boolean compact = digits >= (named ? 6 : 8)
                    && cells.stream()
                            .allMatch(cell ->
                                    cell.length() == digits && (cell.startsWith("19") || cell.startsWith("20")));
            Optional<TimeForms> times = compact ? TimeForms.of(cells, DateOrder.FOUND) : Optional.empty();
            if (times.isPresent()) {
                return of(times.get(), numbers);
            }
            for (double second : named || first ? SECONDS : new double[0]) {
                boolean within = values[0] > EARLIEST * second && values[values.length - 1] < LATEST * second;
                if (within && values.length > 2 && (named || second == 1 || !counts(values))) {
                    return new ColumnForm(ColumnKind.TIME, numbers, Optional.empty(), second, "");
                }
            }
        }
        return of(ColumnKind.NUMBER, numbers);
    }

    /** Whether a cell is a month and a year behind a point, as 01.2000 is, or a number that looks like one. */
    static boolean mayBeMonth(String cell) {
        return MONTH.matcher(cell).matches();
    }

    private static boolean rises(double[] values) {
        boolean rises = true;
        for (int i = 1; i < values.length; i++) {
            rises &= values[i] >= values[i - 1];
        }
        return rises && values[values.length - 1] > values[0];
    }

    /** Whether each number is one more than the one before, as numbers of rows are and no milliseconds. */
    private static boolean counts(double[] values) {
        boolean counts = true;
        for (int i = 1; i < values.length; i++) {
            counts &= values[i] == values[i - 1] + 1;
        }
        return counts;
    }

    boolean dated() {
        return kind == ColumnKind.TIME && times.map(TimeForms::dated).orElse(true);
    }

    /** Whether times say how far from universal time they are. */
    boolean universal() {
        return times.map(TimeForms::universal).orElse(false);
    }

    /** Whether they are at other places than universal time. */
    boolean zoned() {
        return times.map(TimeForms::zoned).orElse(false);
    }

    boolean doubtful() {
        return times.map(TimeForms::doubtful).orElse(false);
    }
}
