package unroll.engine.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/**
 * What each column of a table is for.
 *
 * @param of each column, in their order
 * @param classes whether a column of words is given as classes
 * @param times the columns that together say when a row was; none where nothing does
 */
public record Roles(List<ColumnRole> of, List<Boolean> classes, List<Integer> times) {
    /** Names that need no quotes in a list of them. */
    private static final Pattern PLAIN = Pattern.compile("[^,\"\\r\\n]*");

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
        return new RoleFinder(table, wanted, true).find();
    }

    /** The same for a table that may lack columns which are named or predicted, and where words may be taken for numbers. */
    public static Roles ofSome(Table table, ColumnSettings wanted) {
        return new RoleFinder(table, wanted, false).find();
    }

    /** What a column is for, as people say it: a counter that orders no rows is left out. */
    public ColumnUse use(int c) {
        boolean counts = of.get(c) == ColumnRole.TIME && !times.contains(c);
        return new ColumnUse(counts ? ColumnRole.LEFT_OUT : of.get(c), classes.get(c));
    }

    /**
     * The same where a column of {@code table} is for something else. What tells series apart is then one column; so is time, unless a day and a
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

    /** The columns that together tell series apart; none where the rows are one series. */
    public List<Integer> names() {
        return columns(ColumnRole.NAME);
    }

    /** What tells the series of a table apart: the name of a column, or those of several, joined by commas. */
    String nameOfSeries(Table table) {
        return names().stream().map(c -> table.columns().get(c).name()).collect(Collectors.joining(", "));
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
}
