package unroll.engine.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.engine.data.DataException;
import unroll.engine.series.SeriesShape.Part;
import unroll.engine.setting.Decimal;
import unroll.engine.table.Column;
import unroll.engine.table.ColumnKind;
import unroll.engine.table.Table;

/** Makes series of tables that have the same columns: puts rows into the order of time, divides them, and deals with what is missing. */
final class SeriesMaker {
    private final SeriesForm form;
    private final Roles roles;
    private final List<Part> parts = new ArrayList<>();
    private final Optional<TimeAxis> axis;
    private Optional<Calendar> calendar = Optional.empty();
    private boolean reordered;
    private Optional<UnevenSteps> uneven = Optional.empty();
    private int gaps;
    private int repeated;

    /** @param tables of the same columns, at least one */
    SeriesMaker(List<Table> tables, Roles roles, SeriesForm form) {
        this.form = form;
        this.roles = roles;
        Table first = tables.getFirst();
        for (int c = 0; c < first.columns().size(); c++) {
            if (roles.of().get(c).isUsed()) {
                addParts(c, tables);
            }
        }
        axis = axis(first, roles);
    }

    /** Makes series of a shape that is given. */
    SeriesMaker(Table table, Roles roles, SeriesForm form, SeriesShape shape) {
        this.form = form;
        this.roles = roles;
        parts.addAll(shape.parts());
        axis = axis(table, roles);
    }

    private static Optional<TimeAxis> axis(Table table, Roles roles) {
        return roles.times().isEmpty()
                ? Optional.empty()
                : Optional.of(RowTimes.axis(table, roles.times(), RowTimes.of(table, roles.times())));
    }

    private void addParts(int c, List<Table> tables) {
        String name = tables.getFirst().columns().get(c).name();
        ColumnRole role = roles.of().get(c);
        if (roles.classes().get(c)) {
            Set<String> words = new LinkedHashSet<>();
            tables.forEach(table -> words.addAll(table.columns().get(c).words()));
            words.forEach(word -> parts.add(new Part(name, role, word, false)));
        } else {
            parts.add(Part.of(name, role));
        }
        if (form.missing() == MissingValues.MASK
                && role.isInput()
                && tables.stream().anyMatch(table -> table.columns().get(c).missing() > 0)) {
            parts.add(new Part(name, role, null, true));
        }
    }

    /** The series of one table: for each name a list of them, divided where that is wanted. */
    List<List<Series>> of(Table table) {
        double[] times = roles.times().isEmpty() ? null : RowTimes.of(table, roles.times());
        List<List<Series>> all = new ArrayList<>();
        groups(table).forEach((name, rows) -> all.add(divided(table, name, inOrder(rows, times), times)));
        return all;
    }

    /** Rows by the name of their series. */
    private Map<String, int[]> groups(Table table) {
        List<Column> names = roles.names().stream().map(table.columns()::get).toList();
        if (names.isEmpty()) {
            return Map.of("", IntStream.range(0, table.rows()).toArray());
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int r = 0; r < table.rows(); r++) {
            int row = r;
            String called = names.stream().map(column -> called(column, row)).collect(Collectors.joining(", "));
            rows.computeIfAbsent(called, any -> new ArrayList<>()).add(r);
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        rows.forEach((called, list) ->
                groups.put(called, list.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    private static String called(Column column, int row) {
        double value = column.values()[row];
        return Double.isNaN(value)
                ? ""
                : column.words().isEmpty()
                        ? Decimal.inFull(value)
                        : column.words().get((int) value);
    }

    private int[] inOrder(int[] rows, double @Nullable [] times) {
        boolean ordered = true;
        for (int i = 1; i < rows.length && times != null; i++) {
            ordered &= !(times[rows[i]] < times[rows[i - 1]]);
        }
        if (times == null || ordered) {
            return rows;
        }
        reordered = true;
        return Arrays.stream(rows)
                .boxed()
                .sorted((a, b) -> Double.compare(times[a], times[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<Series> divided(Table table, String name, int[] rows, double @Nullable [] times) {
        double[] when = picked(rows, times);
        Optional<Calendar> own =
                when == null ? Optional.empty() : axis.flatMap(time -> Calendar.of(time.scale(), when));
        calendar = calendar.or(() -> own);
        int[] leaps = new int[rows.length];
        for (int i = 1; i < rows.length && when != null; i++) {
            repeated += when[i] == when[i - 1] ? 1 : 0;
            leaps[i] = own.isPresent() ? leap(own.get(), when[i - 1], when[i]) : 0;
            gaps += leaps[i] > 0 ? 1 : 0;
        }
        boolean even = Arrays.stream(leaps).allMatch(leap -> leap == 0);
        Optional<UnevenSteps> steps = when == null ? Optional.empty() : own.flatMap(rule -> UnevenSteps.of(when, rule));
        uneven = uneven.or(() -> steps);
        if (when == null || own.isEmpty() || form.gaps() == Gaps.KEEP || even && steps.isEmpty()) {
            return List.of(series(table, name, rows, when));
        }
        if (form.gaps() == Gaps.RESAMPLE) {
            return List.of(resampled(table, name, rows, new Resampling(table.file(), when, own.get())));
        }
        if (form.gaps() == Gaps.FILL) {
            int[] filled = filled(table, rows, leaps);
            return List.of(series(table, name, filled, filledTimes(filled, when, own.get())));
        }
        List<Series> pieces = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= rows.length; end++) {
            if (end == rows.length || leaps[end] > 0) {
                pieces.add(series(
                        table, name, Arrays.copyOfRange(rows, begin, end), Arrays.copyOfRange(when, begin, end)));
                begin = end;
            }
        }
        return pieces;
    }

    /** How many rows are missing between two times. */
    private static int leap(Calendar calendar, double from, double to) {
        return to > from ? (int) Math.min(Integer.MAX_VALUE, calendar.steps(from, to) - 1) : 0;
    }

    /** Rows with -1 for each that is put in before one. */
    private static int[] filled(Table table, int[] rows, int[] leaps) {
        long more = Arrays.stream(leaps).asLongStream().sum();
        if (more > 10 * (rows.length + 100L)) {
            throw new DataException(
                    table.file(),
                    "has gaps in time of " + more
                            + " rows, many times as many as it has; keep the gaps or divide there");
        }
        int[] filled = new int[rows.length + (int) more];
        Arrays.fill(filled, -1);
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            at += leaps[i];
            filled[at++] = rows[i];
        }
        return filled;
    }

    private static double[] filledTimes(int[] filled, double[] when, Calendar calendar) {
        double[] times = new double[filled.length];
        int row = 0;
        for (int i = 0; i < filled.length; i++) {
            times[i] = filled[i] < 0 ? calendar.next(times[i - 1]) : when[row++];
        }
        return times;
    }

    private static double @Nullable [] picked(int[] rows, double @Nullable [] times) {
        return times == null
                ? null
                : Arrays.stream(rows).mapToDouble(r -> times[r]).toArray();
    }

    private Series series(Table table, String name, int[] rows, double @Nullable [] times) {
        boolean all =
                rows.length == table.rows() && IntStream.range(0, rows.length).allMatch(i -> rows[i] == i);
        double[][] columns = new double[parts.size()][];
        for (int p = 0; p < columns.length; p++) {
            Part part = parts.get(p);
            Column column = column(table, part);
            columns[p] = all && part.measured()
                    ? column.values()
                    : Arrays.stream(rows)
                            .mapToDouble(r -> part.of(r < 0 ? Double.NaN : column.values()[r], column.words()))
                            .toArray();
            if (!part.missing()) {
                columns[p] = complete(table, column, columns[p]);
            }
        }
        return new Series(table.file(), name, columns, times);
    }

    private Series resampled(Table table, String name, int[] rows, Resampling even) {
        double[][] columns = new double[parts.size()][];
        for (int p = 0; p < columns.length; p++) {
            Part part = parts.get(p);
            Column column = column(table, part);
            double[] values = even.means(Arrays.stream(rows)
                    .mapToDouble(r -> part.missing() ? column.values()[r] : part.of(column.values()[r], column.words()))
                    .toArray());
            columns[p] = part.missing()
                    ? Arrays.stream(values)
                            .map(value -> part.of(value, List.of()))
                            .toArray()
                    : complete(table, column, values);
        }
        return new Series(table.file(), name, columns, even.times());
    }

    /** The column of a part; one that is predicted only may be left out of a table that nothing is learned from. */
    private static Column column(Table table, Part part) {
        return table.columns().stream()
                .filter(column -> column.name().equals(part.column()))
                .findFirst()
                .or(() -> part.role().isInput() ? Optional.empty() : Optional.of(nothing(table, part.column())))
                .orElseThrow(() -> new DataException(
                        table.file(), "has no column '" + part.column() + "', which the network is given"));
    }

    private static Column nothing(Table table, String name) {
        double[] values = new double[table.rows()];
        Arrays.fill(values, Double.NaN);
        return new Column(name, "", ColumnKind.EMPTY, values, List.of(), false, false);
    }

    /** The column with something in the place of what is missing. */
    private double[] complete(Table table, Column column, double[] values) {
        int first = 0;
        while (first < values.length && !Double.isNaN(values[first])) {
            first++;
        }
        if (first == values.length || form.missing() == MissingValues.MASK) {
            return values;
        }
        if (form.missing() == MissingValues.REFUSE) {
            throw new DataException(
                    table.file(),
                    "a value of '" + column.name() + "' is missing in row " + (first + 1)
                            + "; fill it in, leave the row out, or choose what stands for it (setting task.missing)");
        }
        double[] complete = values.clone();
        int last = -1;
        for (int r = 0; r < complete.length; r++) {
            if (!Double.isNaN(values[r])) {
                bridge(complete, last, r);
                last = r;
            }
        }
        bridge(complete, last, complete.length);
        return complete;
    }

    /** Fills what lies between two rows that have a value, of which one may be outside. */
    private void bridge(double[] values, int left, int right) {
        for (int r = left + 1; r < right; r++) {
            double share = (r - left) / (double) (right - left);
            if (left < 0) {
                values[r] = right == values.length ? Double.NaN : values[right];
            } else {
                boolean line = form.missing() == MissingValues.INTERPOLATE && right < values.length;
                values[r] = line ? (1 - share) * values[left] + share * values[right] : values[left];
            }
        }
    }

    SeriesShape shape() {
        return new SeriesShape(parts, axis, calendar.filter(rule -> uneven.isEmpty() || form.gaps() == Gaps.RESAMPLE));
    }

    /** What was done besides what everybody expects, a sentence each; asked for when all series are made. */
    List<String> understood() {
        List<String> sentences = new ArrayList<>();
        axis.ifPresent(time -> sentences.add("Time is " + time.name()
                + calendar.filter(found -> uneven.isEmpty())
                        .map(found -> ", " + found.words())
                        .orElse("") + "."));
        if (reordered) {
            sentences.add("Rows were put into the order of time.");
        }
        if (repeated > 0) {
            sentences.add((repeated == 1 ? "One row has" : repeated + " rows have")
                    + " the same time as the row before; if a column tells several series apart, name it (setting"
                    + " task.columns.name).");
        }
        axis.ifPresent(time -> uneven.ifPresent(steps -> sentences.add(steps.words(time.scale())
                + switch (form.gaps()) {
                    case RESAMPLE ->
                        "; at every " + steps.middle(time.scale()) + " stands the mean of the rows nearest to it.";
                    default ->
                        "; the rows follow each other as they are, unless they are brought to even steps (setting"
                                + " task.gaps=resample).";
                })));
        if (gaps > 0 && (uneven.isEmpty() || form.gaps() == Gaps.DIVIDE || form.gaps() == Gaps.FILL)) {
            sentences.add("Time leaps " + (gaps == 1 ? "once" : gaps + " times")
                    + switch (form.gaps()) {
                        case KEEP -> "; the rows follow each other as they are.";
                        case DIVIDE -> "; a new series begins there.";
                        case FILL, RESAMPLE -> "; the rows between were put in.";
                    });
        }
        return sentences;
    }
}
