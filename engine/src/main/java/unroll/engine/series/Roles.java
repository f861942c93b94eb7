package unroll.engine.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Declared;
import unroll.engine.table.Table;

/**
 * What each column of a table is for.
 *
 * @param of each column, in their order
 * @param classes whether a column of words is given as classes
 * @param times the columns that together say when a row was; none where nothing does
 */
public record Roles(List<ColumnRole> of, List<Boolean> classes, List<Integer> times) {
    /** Fewer rows than these do not show that a column only counts. */
    private static final int FEWEST_COUNTED = 5;

    /** What a step of a counter may differ from the others, beside itself: the rounding of its decimals. */
    private static final double ROUNDING = 1e-4;

    /** Names that need no quotes in a list of them. */
    private static final Pattern PLAIN = Pattern.compile("[^,\"\\r\\n]*");

    /** A step of fewer units in the last place is rounding. */
    private static final double MOST_ULPS = 1000;

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

    public Roles {
        of = List.copyOf(of);
        classes = List.copyOf(classes);
        times = List.copyOf(times);
    }

    /**
     * Those of a table.
     *
     * @throws DataException where the settings name a column that the table lacks, or nothing is left to predict
     */
    public static Roles of(Table table, ColumnSettings wanted) {
        return new Finder(table, wanted, true).find();
    }

    /** The same for a table that may lack columns which are named or predicted, and where words may be taken for numbers. */
    public static Roles ofSome(Table table, ColumnSettings wanted) {
        return new Finder(table, wanted, false).find();
    }

    /** What a column is for, as people say it: a counter that orders no rows is left out. */
    public ColumnUse use(int c) {
        boolean counts = of.get(c) == ColumnRole.TIME && !times.contains(c);
        return new ColumnUse(counts ? ColumnRole.LEFT_OUT : of.get(c), classes.get(c));
    }

    /**
     * The same where a column of {@code table} is for something else. What tells series apart is one column; so is time, unless a day and a
     * time of day, or a year, a month and so on, say it together: those before it in such a date are then time, too.
     */
    public Roles with(Table table, int column, ColumnUse use) {
        List<ColumnRole> roles = new ArrayList<>(of);
        List<Boolean> words = new ArrayList<>(classes);
        List<Integer> when = use.role() == ColumnRole.TIME
                ? joined(table.columns(), column)
                : times.contains(column) ? before(table.columns(), column) : times;
        for (int c = 0; c < roles.size(); c++) {
            boolean former =
                    roles.get(c) == ColumnRole.TIME || use.role() == ColumnRole.NAME && roles.get(c) == ColumnRole.NAME;
            if (when.contains(c)) {
                roles.set(c, ColumnRole.TIME);
            } else if (former) {
                roles.set(c, ColumnRole.LEFT_OUT);
            }
        }
        roles.set(column, use.role());
        words.set(column, use.classes());
        return new Roles(roles, words, when);
    }

    /** Time where a column says it, too. */
    private List<Integer> joined(List<Column> columns, int column) {
        List<Integer> calendar = new CalendarColumns(columns).find();
        if (calendar.contains(column)) {
            return calendar.subList(0, Math.max(2, calendar.indexOf(column) + 1));
        }
        Column added = columns.get(column);
        if (times.size() == 1 && !times.contains(column) && added.kind() == ColumnKind.TIME) {
            Column there = columns.get(times.getFirst());
            if (there.kind() == ColumnKind.TIME && there.dated() != added.dated()) {
                return there.dated() ? List.of(times.getFirst(), column) : List.of(column, times.getFirst());
            }
        }
        return times.contains(column) ? times : List.of(column);
    }

    /** Time where a column does not say it any more, nor what stands behind it in a date; a year alone is no time. */
    private List<Integer> before(List<Column> columns, int column) {
        List<Integer> rest = times.subList(0, times.indexOf(column));
        boolean year = rest.size() == 1 && columns.get(rest.getFirst()).kind() == ColumnKind.NUMBER;
        return year ? List.of() : rest;
    }

    /** The settings that lead to these roles of the columns of {@code table}; what is found anyway they leave open. */
    public ColumnSettings settings(Table table) {
        return new RoleSettings(table, this).write();
    }

    /** The columns with such a role. */
    public List<Integer> columns(ColumnRole role) {
        return IntStream.range(0, of.size())
                .filter(c -> of.get(c) == role)
                .boxed()
                .toList();
    }

    /** The column that tells series apart. */
    public Optional<Integer> name() {
        return columns(ColumnRole.NAME).stream().findFirst();
    }

    /** The columns that a setting names, separated by commas, in quotes where a name holds one. */
    static List<String> names(Path file, String setting) {
        if (setting.isBlank()) {
            return List.of();
        }
        try {
            return CsvReader.builder().ofSingleCsvRecord(setting.strip()).getFields().stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (CsvParseException e) {
            throw new DataException(file, "the columns '" + setting + "' are no list; separate names by commas");
        }
    }

    /** The setting that names these columns: the inverse of {@link #names}. */
    static String written(List<String> names) {
        return names.stream()
                .map(name -> PLAIN.matcher(name).matches() && !name.equals(ColumnSettings.NONE)
                        ? name
                        : '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** Finds them. */
    private static final class Finder {
        private final Table table;
        private final List<Column> columns;
        private final ColumnSettings wanted;
        private final ColumnRole[] roles;
        private final boolean[] classes;
        private final boolean strict;
        private List<Integer> times = List.of();

        /** @param strict whether every column that is named must be there, and one that can be predicted */
        Finder(Table table, ColumnSettings wanted, boolean strict) {
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
                foundName().ifPresent(c -> roles[c] = ColumnRole.NAME);
            }
            boolean others = wanted.both().isBlank();
            for (int c = 0; c < roles.length; c++) {
                if (roles[c] == null) {
                    boolean numbers = columns.get(c).kind() == ColumnKind.NUMBER;
                    roles[c] =
                            classes[c] ? ColumnRole.INPUT : numbers && others ? ColumnRole.BOTH : ColumnRole.LEFT_OUT;
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
                            .map(column ->
                                    "'" + column.name() + "' (" + column.kind().words() + ")")
                            .toList());
        }

        private void give(String setting, ColumnRole role) {
            for (int c : named(setting)) {
                roles[c] = role;
            }
        }

        private List<Integer> named(String setting) {
            return names(table.file(), setting).stream()
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
                    .orElseThrow(() -> new DataException(
                            table.file(), "has no column '" + name + "'; its columns are " + kinds())));
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
            List<Integer> parts = new CalendarColumns(columns)
                    .find().stream().filter(this::open).toList();
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
                    .filter(c ->
                            c == 0 || COUNTERS.contains(columns.get(c).name().toLowerCase(Locale.ROOT)))
                    .filter(c -> counts(columns.get(c).values()))
                    .findFirst();
        }

        private List<Integer> declared(Declared what) {
            return IntStream.range(0, columns.size())
                    .filter(c -> open(c) && table.declared().get(c) == what)
                    .boxed()
                    .toList();
        }

        /** The column that the file says tells series apart; else one of words within whose series time goes on, where it does not in the whole table. */
        private Optional<Integer> foundName() {
            List<Integer> declared = declared(Declared.SERIES);
            if (!declared.isEmpty() || times.isEmpty()) {
                return declared.stream().findFirst();
            }
            double[] when = RowTimes.of(table, times);
            if (goesOn(when)) {
                return Optional.empty();
            }
            return candidates()
                    .filter(c -> goesOnWithin(when, columns.get(c).values()))
                    .findFirst();
        }

        /** Columns that can tell series apart: of words, then of whole numbers of which each comes several times. */
        private Stream<Integer> candidates() {
            return Stream.concat(
                    IntStream.range(0, columns.size())
                            .filter(c -> open(c) && columns.get(c).kind() == ColumnKind.WORD && !classes[c])
                            .filter(c -> columns.get(c).words().size() > 1)
                            .boxed(),
                    IntStream.range(0, columns.size())
                            .filter(c ->
                                    open(c) && columns.get(c).kind() == ColumnKind.NUMBER && numbers(columns.get(c)))
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
}
