package unroll.engine.table;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cells of a table that is laid across, of which a row is a series and a column a time, as if it went down: name, time, value. */
final class AcrossCells implements CellSource {
    /** Fewer columns that are called as times are called so for another reason. */
    private static final int FEWEST_TIMES = 3;

    /** A year, as the World Bank's data bank writes it, too: 1960 [YR1960]. */
    private static final Pattern YEAR = Pattern.compile("((?:1[5-9]|2[01])\\d\\d)(?: \\[YR\\d{4}])?");

    private final CellSource cells;
    private final TableLayout layout;
    private final List<Integer> words;
    private final List<Integer> timed;
    private final List<String> times;
    private final boolean yearly;
    private final boolean doubtful;
    private final Missing missing;
    private int series;
    private int empty;

    private AcrossCells(
            CellSource cells,
            TableLayout layout,
            List<Integer> words,
            List<Integer> timed,
            List<String> times,
            boolean yearly,
            boolean doubtful,
            Missing missing) {
        this.cells = cells;
        this.layout = layout;
        this.words = words;
        this.timed = timed;
        this.times = times;
        this.yearly = yearly;
        this.doubtful = doubtful;
        this.missing = missing;
    }

    /** Those of a table that has columns of numbers called by times that rise, words to call its rows by, and no times down its rows. */
    static Optional<AcrossCells> of(
            CellSource cells,
            TableLayout layout,
            List<ColumnForm> forms,
            Sample sample,
            DateOrder order,
            Missing missing) {
        List<Sample.Row> rows = sample.rows().stream()
                .filter(row -> row.line() >= layout.firstLine() && row.filled() > 1)
                .toList();
        List<Integer> words = telling(columns(forms, kind -> kind == ColumnKind.WORD), rows);
        if (layout.headLines().isEmpty() && cells.names().isEmpty()
                || words.isEmpty()
                || forms.stream().anyMatch(form -> form.kind() == ColumnKind.TIME)
                || rows.stream().allMatch(row -> calendar(row.text(words.getFirst())))) {
            return Optional.empty();
        }
        List<Integer> values = columns(forms, kind -> kind == ColumnKind.NUMBER || kind == ColumnKind.EMPTY);
        List<Integer> years = values.stream()
                .filter(c -> YEAR.matcher(layout.names().get(c)).matches())
                .toList();
        if (years.size() >= FEWEST_TIMES) {
            List<String> times = years.stream()
                    .map(c -> YEAR.matcher(layout.names().get(c)).replaceFirst("$1"))
                    .toList();
            return rises(times.stream().map(Double::valueOf).toList())
                    ? Optional.of(new AcrossCells(cells, layout, words, years, times, true, false, missing))
                    : Optional.empty();
        }
        List<Integer> dated = values.stream()
                .filter(c -> TimeForms.of(List.of(layout.names().get(c)), order).isPresent())
                .toList();
        List<String> names = dated.stream().map(layout.names()::get).toList();
        if (dated.size() < FEWEST_TIMES) {
            return Optional.empty();
        }
        TimeScan scan = new TimeScan();
        return TimeForms.of(names, order)
                .filter(form -> rises(
                        names.stream().map(name -> form.seconds(name, scan)).toList()))
                .map(form -> new AcrossCells(
                        cells,
                        layout,
                        words,
                        dated,
                        form.dated()
                                ? names.stream()
                                        .map(name -> date(form.seconds(name, scan)))
                                        .toList()
                                : names,
                        false,
                        form.doubtful(),
                        missing));
    }

    /** The first column of words that tells the rows apart; else all in which they differ. */
    private static List<Integer> telling(List<Integer> words, List<Sample.Row> rows) {
        List<Integer> differing = words.stream()
                .filter(c -> rows.stream().map(row -> row.text(c)).distinct().count() > 1)
                .toList();
        return differing.stream()
                .filter(c -> rows.stream().noneMatch(row -> row.text(c).isEmpty()))
                .filter(c -> rows.stream().map(row -> row.text(c)).distinct().count() == rows.size())
                .findFirst()
                .map(List::of)
                .orElse(differing.isEmpty() ? words.stream().limit(1).toList() : differing);
    }

    private static List<Integer> columns(List<ColumnForm> forms, Predicate<ColumnKind> wanted) {
        return IntStream.range(0, forms.size())
                .filter(c -> wanted.test(forms.get(c).kind()))
                .boxed()
                .toList();
    }

    /** Whether it is a month: then time goes on from row to row and from column to column. */
    private static boolean calendar(String cell) {
        TimeScan scan = new TimeScan();
        return scan.scan(cell + " 1") && scan.month() > 0;
    }

    private static boolean rises(List<Double> times) {
        return IntStream.range(1, times.size()).allMatch(i -> times.get(i) > times.get(i - 1));
    }

    private static String date(double seconds) {
        return LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC)
                .toString();
    }

    @Override
    public Optional<List<String>> names() {
        return Optional.of(List.of(
                words.stream().map(layout.names()::get).collect(Collectors.joining(", ")),
                yearly ? "year" : "time",
                "value"));
    }

    @Override
    public Declared declared(int column) {
        return List.of(Declared.SERIES, Declared.TIME, Declared.NOTHING).get(column);
    }

    /** Whether day and month could as well be the other way round in the names of its columns. */
    boolean doubtful() {
        return doubtful;
    }

    @Override
    public void read(CellSink sink) throws IOException {
        series = 0;
        empty = 0;
        Set<String> taken = new HashSet<>();
        cells.read(new CellSink() {
            private List<String> row = new ArrayList<>();

            @Override
            public void cell(char[] text, int from, int length, boolean quoted) {
                row.add(new String(text, from, length).strip());
            }

            @Override
            public boolean row(long line) {
                List<String> now = row;
                row = new ArrayList<>();
                return line < layout.firstLine() || series(now, line, taken, sink);
            }
        });
    }

    private boolean series(List<String> row, long line, Set<String> taken, CellSink sink) {
        if (timed.stream().allMatch(c -> c >= row.size() || missing.word(row.get(c)))) {
            empty++;
            return true;
        }
        series++;
        String name = words.stream()
                .filter(c -> c < row.size())
                .map(row::get)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        String free = taken.add(name) ? name : name + " (line " + line + ")";
        boolean more = true;
        for (int t = 0; t < times.size() && more; t++) {
            int c = timed.get(t);
            sink.cell(free);
            sink.cell(times.get(t));
            sink.cell(c < row.size() ? row.get(c) : "");
            more = sink.row(line);
        }
        return more;
    }

    /** How it was understood, after it was read. */
    List<String> understood() {
        List<String> sentences = new ArrayList<>();
        sentences.add("The table is laid across: its columns '" + layout.names().get(timed.getFirst()) + "' to '"
                + layout.names().get(timed.getLast()) + "' are times, and each of its " + series
                + (series == 1 ? " row is a series, named by " : " rows is a series, named by ")
                + words.stream().map(layout.names()::get).collect(Collectors.joining(" and ")) + ".");
        List<String> others = IntStream.range(0, layout.width())
                .filter(c -> !words.contains(c) && !timed.contains(c))
                .mapToObj(layout.names()::get)
                .toList();
        if (!others.isEmpty()) {
            sentences.add("Its other columns are left out: " + String.join(", ", others) + ".");
        }
        if (empty > 0) {
            sentences.add(
                    empty == 1
                            ? "One line without a value of any time is left out."
                            : empty + " lines without a value of any time are left out.");
        }
        return sentences;
    }
}
