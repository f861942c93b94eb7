package unroll.engine.series;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;

/** Finds what each column of a table is for, as far as settings leave it open. */
final class RoleFinder {
    /** Fewer rows than these do not show that a column only counts. */
    private static final int FEWEST_COUNTED = 5;

    /** What a step of a counter may differ from the others, beside itself: the rounding of its decimals. */
    private static final double ROUNDING = 1e-4;

    /** A step of fewer units in the last place is rounding. */
    private static final double MOST_ULPS = 1000;

    /** "t", "time (s)", "elapsed time", "seconds". */
    private static final Pattern ELAPSED =
            Pattern.compile("(?i)(elapsed )?(t|time|zeit|seconds|sec|s|ms|millis|minutes|hours|elapsed)(["
                    + " _]?[(\\[]?(s|ms|sec|min|h|d|days?)[)\\]]?)?");

    private static final Set<String> COUNTERS = Set.of(
            "index",
            "no",
            "no.",
            "nr",
            "nr.",
            "id",
            "step",
            "t",
            "time",
            "frame",
            "sample",
            "row",
            "n",
            "#",
            "year",
            "jahr",
            "obs",
            "rownames",
            "unnamed: 0",
            "seconds",
            "sec",
            "ms",
            "day",
            "month",
            "date");

    private final Table table;
    private final List<Column> columns;
    private final ColumnSettings wanted;
    private final ColumnRole[] roles;
    private final boolean[] classes;
    private final boolean strict;
    private List<Integer> times = List.of();

    /** @param strict whether every column that is named must be there, and one that can be predicted */
    RoleFinder(Table table, ColumnSettings wanted, boolean strict) {
        this.strict = strict;
        this.table = table;
        this.wanted = wanted;
        columns = table.columns();
        roles = new ColumnRole[columns.size()];
        classes = new boolean[columns.size()];
    }

    Roles find() {
        named(wanted.classes()).forEach(c -> classes[c] = columns.get(c).kind() == ColumnKind.WORD);
        give(wanted.leftOut(), ColumnRole.LEFT_OUT);
        give(wanted.inputs(), ColumnRole.INPUT);
        give(wanted.targets(), ColumnRole.TARGET);
        give(wanted.both(), ColumnRole.BOTH);
        if (!wanted.name().equals(ColumnSettings.NONE)) {
            give(wanted.name(), ColumnRole.NAME);
        }
        times = wanted.time().isBlank()
                ? foundTimes()
                : wanted.time().equals(ColumnSettings.NONE) ? List.of() : named(wanted.time());
        times.forEach(c -> roles[c] = ColumnRole.TIME);
        counter().ifPresent(c -> {
            roles[c] = ColumnRole.TIME;
            times = times.isEmpty() ? List.of(c) : times;
        });
        if (times.isEmpty() && wanted.time().isBlank() && wanted.name().isBlank()) {
            foundBlocks();
        }
        if (wanted.name().isBlank() && Arrays.stream(roles).noneMatch(role -> role == ColumnRole.NAME)) {
            foundNames().forEach(c -> roles[c] = ColumnRole.NAME);
        }
        boolean others = wanted.both().isBlank();
        for (int c = 0; c < roles.length; c++) {
            if (roles[c] == null) {
                boolean numbers = columns.get(c).kind() == ColumnKind.NUMBER;
                boolean learned = numbers && others && !identifies(c);
                roles[c] = classes[c] ? ColumnRole.INPUT : learned ? ColumnRole.BOTH : ColumnRole.LEFT_OUT;
            }
            if (strict) {
                requireUsable(c);
            }
        }
        if (strict && Arrays.stream(roles).noneMatch(ColumnRole::isTarget)) {
            throw new DataException(
                    table.file(), "holds no column of numbers that could be predicted; its columns are " + kinds());
        }
        return new Roles(
                List.of(roles),
                IntStream.range(0, classes.length).mapToObj(c -> classes[c]).toList(),
                times);
    }

    /** Whether it only tells rows apart, beside other numbers. */
    private boolean identifies(int c) {
        return columns.get(c).isIdentifier()
                && columns.stream().anyMatch(other -> other.kind() == ColumnKind.NUMBER && !other.isIdentifier());
    }

    private void requireUsable(int c) {
        Column column = columns.get(c);
        if (roles[c].isUsed() && column.kind() != ColumnKind.NUMBER && !classes[c]) {
            throw new DataException(
                    table.file(),
                    "'" + column.name() + "' holds " + column.kind().words()
                            + (column.kind() == ColumnKind.WORD
                                    ? "; to use them, name it among the classes"
                                    : "; leave it out"));
        }
    }

    private String kinds() {
        return String.join(
                ", ",
                columns.stream()
                        .limit(12)
                        .map(column -> "'" + column.name() + "' (" + column.holds() + ")")
                        .toList());
    }

    private void give(String setting, ColumnRole role) {
        for (int c : named(setting)) {
            roles[c] = role;
        }
    }

    private List<Integer> named(String setting) {
        return Roles.names(table.file(), setting).stream()
                .filter(name -> strict
                        || columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name)))
                .map(this::place)
                .toList();
    }

    private int place(String name) {
        OptionalInt exact = IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).name().equals(name))
                .findFirst();
        return exact.orElseGet(() -> IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new DataException(table.file(), "has no column '" + name + "'; its columns are " + kinds())));
    }

    private boolean open(int c) {
        return roles[c] == null;
    }

    /** A date, with the time of day beside it; else the year, month, day and so on in columns of their own; else a clock. */
    private List<Integer> foundTimes() {
        List<Integer> declared = declared(Declared.TIME);
        if (!declared.isEmpty()) {
            return declared;
        }
        List<Integer> dated = times(true);
        List<Integer> clocks = times(false);
        if (!dated.isEmpty()) {
            int date = dated.getFirst();
            boolean midnight = Arrays.stream(columns.get(date).values())
                    .allMatch(value -> Double.isNaN(value) || value % 86_400 == 0);
            return clocks.isEmpty() || !midnight ? List.of(date) : List.of(date, clocks.getFirst());
        }
        List<Integer> parts =
                new CalendarColumns(columns).find().stream().filter(this::open).toList();
        if (!parts.isEmpty()) {
            return parts;
        }
        return clocks.stream()
                .filter(c -> rises(columns.get(c).values()))
                .limit(1)
                .toList();
    }

    private List<Integer> times(boolean dated) {
        return IntStream.range(0, columns.size())
                .filter(this::open)
                .filter(c -> columns.get(c).kind() == ColumnKind.TIME
                        && columns.get(c).dated() == dated)
                .boxed()
                .toList();
    }

    /** A column that only counts on, at the left or called so; not the only one with numbers. */
    private OptionalInt counter() {
        if (wanted.time().equals(ColumnSettings.NONE)
                || IntStream.range(0, columns.size())
                                .filter(c -> columns.get(c).kind() == ColumnKind.NUMBER)
                                .count()
                        < 2) {
            return OptionalInt.empty();
        }
        return IntStream.range(0, columns.size())
                .filter(c -> open(c) && columns.get(c).kind() == ColumnKind.NUMBER)
                .filter(c -> c == 0 || COUNTERS.contains(columns.get(c).name().toLowerCase(Locale.ROOT)))
                .filter(c -> counts(columns.get(c).values()) || passes(columns.get(c)))
                .findFirst();
    }

    /** Whether it is called as time is that passes unevenly, and rises. */
    private static boolean passes(Column column) {
        double[] values = column.values();
        boolean passes = values.length >= FEWEST_COUNTED
                && ELAPSED.matcher(column.name()).matches();
        for (int i = 0; i < values.length && passes; i++) {
            passes = i == 0 ? !Double.isNaN(values[0]) : values[i] > values[i - 1];
        }
        return passes;
    }

    private List<Integer> declared(Declared what) {
        return IntStream.range(0, columns.size())
                .filter(c -> open(c) && table.declared().get(c) == what)
                .boxed()
                .toList();
    }

    /**
     * The column that the file says tells series apart; else, where time does not go on in the whole table, one within whose series it does,
     * or the fewest that together part it into series that have each time once.
     */
    private List<Integer> foundNames() {
        List<Integer> declared = declared(Declared.SERIES);
        if (!declared.isEmpty() || times.isEmpty()) {
            return declared.stream().limit(1).toList();
        }
        double[] when = RowTimes.of(table, times);
        if (goesOn(when)) {
            return List.of();
        }
        List<Integer> candidates = candidates().toList();
        return candidates.stream()
                .filter(c -> goesOnWithin(when, columns.get(c).values()))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> new Panel(columns, when).names(candidates));
    }

    /** Columns that can tell series apart: of words, then of whole numbers of which each comes several times. */
    private Stream<Integer> candidates() {
        return Stream.concat(
                IntStream.range(0, columns.size())
                        .filter(c -> open(c) && columns.get(c).kind() == ColumnKind.WORD && !classes[c])
                        .filter(c -> columns.get(c).words().size() > 1)
                        .boxed(),
                IntStream.range(0, columns.size())
                        .filter(c -> open(c) && columns.get(c).kind() == ColumnKind.NUMBER && numbers(columns.get(c)))
                        .boxed());
    }

    private static boolean numbers(Column column) {
        double[] values = column.values();
        long different = Arrays.stream(values).distinct().count();
        return different > 1
                && different <= values.length / FEWEST_COUNTED
                && Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    /** Where nothing else is time: a column that counts on within the series that another tells apart. */
    private void foundBlocks() {
        List<Integer> all = candidates().toList();
        IntStream.range(0, columns.size())
                .filter(c -> open(c) && columns.get(c).kind() == ColumnKind.NUMBER)
                .filter(c -> COUNTERS.contains(columns.get(c).name().toLowerCase(Locale.ROOT)))
                .filter(c -> !goesOn(columns.get(c).values()))
                .boxed()
                .flatMap(c -> all.stream()
                        .filter(name -> !name.equals(c))
                        .filter(name -> goesOnWithin(
                                columns.get(c).values(), columns.get(name).values()))
                        .limit(1)
                        .map(name -> List.of(c, name)))
                .findFirst()
                .ifPresent(found -> {
                    times = List.of(found.getFirst());
                    roles[found.getFirst()] = ColumnRole.TIME;
                    roles[found.getLast()] = ColumnRole.NAME;
                });
    }

    /** Whether every time is after the one before, or every one before it. */
    private static boolean goesOn(double[] when) {
        return goesOnWithin(when, new double[when.length]);
    }

    /** The same within each group of rows. */
    private static boolean goesOnWithin(double[] when, double[] groups) {
        Map<Double, Double> last = new HashMap<>();
        boolean on = true;
        boolean back = true;
        for (int r = 0; r < when.length && (on || back); r++) {
            Double before = last.put(groups[r], when[r]);
            on &= !Double.isNaN(groups[r]) && (before == null || when[r] > before);
            back &= !Double.isNaN(groups[r]) && (before == null || when[r] < before);
        }
        return on || back;
    }

    private static boolean rises(double[] values) {
        boolean rises = true;
        for (int i = 1; i < values.length; i++) {
            rises &= values[i] >= values[i - 1];
        }
        return rises;
    }

    private static boolean counts(double[] values) {
        double step =
                values.length < FEWEST_COUNTED ? 0 : (values[values.length - 1] - values[0]) / (values.length - 1);
        boolean counts = step > 0 && step > MOST_ULPS * Math.ulp(values[values.length - 1]);
        for (int i = 1; i < values.length && counts; i++) {
            counts = Math.abs(values[i] - values[i - 1] - step) <= ROUNDING * step + 4 * Math.ulp(values[i]);
        }
        return counts;
    }
}
