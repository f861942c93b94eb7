package unroll.engine.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;
import unroll.engine.setting.Decimal;

/**
 * Understands the cells of a table: what stands where, how numbers and times are written, what each column holds. The first rows say so;
 * where a later cell does not fit, it is taken into account, and all is read once more.
 */
public final class TableReader {
    /** So often a table is read again because of cells that did not fit. */
    private static final int MOST_READINGS = 6;

    private final Path file;
    private final TableSource source;
    private final TableForm wanted;
    private final Missing missing;
    private final Sample sample;
    private final List<List<String>> strays = new ArrayList<>();

    /** @throws IOException where the first rows cannot be read */
    public TableReader(Path file, TableSource source) throws IOException {
        this.file = file;
        this.source = source;
        wanted = source.form();
        missing = new Missing(wanted.missingCells());
        sample = Sample.of(source.cells());
    }

    /**
     * The table.
     *
     * @throws DataException where a cell or row does not fit the others
     */
    public Table read() throws IOException {
        if (sample.rows().isEmpty()) {
            throw new DataException(file, "holds no numbers");
        }
        DecimalSign decimal = DecimalSign.FOUND;
        List<ColumnForm> forms = List.of();
        for (int i = 0; i < MOST_READINGS; i++) {
            DecimalSign now = decimal();
            NumberForm numbers = NumberForm.of(now);
            TableLayout layout = layout(numbers);
            List<ColumnForm> before = forms;
            forms = IntStream.range(0, layout.width())
                    .mapToObj(c -> form(layout, c, numbers))
                    .toList();
            boolean same = now == decimal && forms.equals(before);
            decimal = now;
            TableRows rows =
                    new TableRows(file, layout, forms, missing, source.cells().ragged());
            source.cells().read(rows);
            rows.end();
            if (!rows.strayed() || same) {
                rows.refuseStrays();
                return table(layout, forms, rows, decimal);
            }
            rows.strays(sample.rows().size(), strays);
        }
        throw new DataException(
                file, "holds cells that contradict each other; say in the settings how it is to be read");
    }

    private TableLayout layout(NumberForm numbers) {
        return new LayoutFinder(sample, source.cells().ragged(), cells -> {
                    List<String> there =
                            cells.stream().filter(cell -> !missing.word(cell)).toList();
                    return ColumnForm.of("", false, there, numbers, wanted.dates())
                            .kind();
                })
                .find(source.cells().names(), source.comment(), wanted.head());
    }

    private ColumnForm form(TableLayout layout, int column, NumberForm numbers) {
        if (source.cells().declared(column).isWords()) {
            return ColumnForm.ofWords(numbers);
        }
        List<String> cells = new ArrayList<>();
        for (Sample.Row row : sample.rows()) {
            boolean whole = source.cells().ragged() || row.cells().size() >= layout.width();
            if (row.line() >= layout.firstLine() && row.width() <= layout.width() && whole) {
                String cell = row.text(column);
                if (!missing.word(cell)) {
                    cells.add(cell);
                }
            }
        }
        if (column < strays.size()) {
            cells.addAll(strays.get(column));
        }
        return ColumnForm.of(layout.names().get(column), column == 0, cells, numbers, wanted.dates());
    }

    /** The sign that more cells have before their decimals, of those that can be read in one way only. */
    private DecimalSign decimal() {
        return wanted.decimal() != DecimalSign.FOUND
                ? wanted.decimal()
                : votes(NumberForm.COMMA, NumberForm.POINT) > votes(NumberForm.POINT, NumberForm.COMMA)
                        ? DecimalSign.COMMA
                        : DecimalSign.POINT;
    }

    private long votes(NumberForm form, NumberForm other) {
        return sample.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> form.alone(other, cell.text().strip()))
                        .count()
                + strays.stream()
                        .flatMap(List::stream)
                        .filter(cell -> form.alone(other, cell))
                        .count();
    }

    private Table table(TableLayout layout, List<ColumnForm> forms, TableRows rows, DecimalSign decimal) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < layout.width(); c++) {
            columns.add(rows.column(c));
        }
        TableForm found = new TableForm(
                wanted.encoding(),
                wanted.separator(),
                decimal,
                layout.head(),
                dates(forms),
                wanted.missing(),
                wanted.sheet());
        return new Table(
                file,
                columns,
                found,
                understood(layout, columns, rows, found),
                doubts(layout, forms, columns, decimal),
                IntStream.range(0, layout.width())
                        .mapToObj(source.cells()::declared)
                        .toList(),
                layout.namesLine());
    }

    private List<String> understood(TableLayout layout, List<Column> columns, TableRows rows, TableForm found) {
        List<String> sentences = new ArrayList<>(source.understood());
        if (found.decimal() == DecimalSign.COMMA) {
            sentences.add("Decimals stand behind commas.");
        }
        switch (found.dates()) {
            case DAY_FIRST -> sentences.add("Of dates the day comes first.");
            case MONTH_FIRST -> sentences.add("Of dates the month comes first.");
            case FOUND -> {}
        }
        if (!layout.titles().isEmpty()) {
            sentences.add(lines(layout.titles()) + " taken as a title.");
        }
        if (layout.unitsLine() > 0) {
            sentences.add("Line " + layout.namesLine() + " was taken as the columns' names, line " + layout.unitsLine()
                    + " as their units.");
        } else if (layout.namesLine() > 0) {
            sentences.add("Line " + layout.namesLine() + " was taken as the columns' names.");
        } else if (layout.names().equals(source.comment())) {
            sentences.add("The comment before the table was taken as the columns' names.");
        } else if (source.cells().names().isEmpty()) {
            sentences.add("No line names the columns; the first was taken as numbers.");
        }
        long empty = columns.stream()
                .filter(column -> column.kind() == ColumnKind.EMPTY)
                .count();
        if (empty > 0) {
            sentences.add(empty == 1 ? "One column holds nothing." : empty + " columns hold nothing.");
        }
        rows.footer()
                .ifPresent(
                        line -> sentences.add("What stands below the table, from line " + line + " on, is left out."));
        return sentences;
    }

    /** Which number of a date comes first, as far as there are dates of which that can be asked. */
    private DateOrder dates(List<ColumnForm> forms) {
        return forms.stream()
                .flatMap(form -> form.times().stream())
                .map(TimeForms::order)
                .filter(order -> order != DateOrder.FOUND)
                .findFirst()
                .orElse(wanted.dates());
    }

    private static String lines(List<Long> lines) {
        return lines.size() == 1
                ? "Line " + lines.getFirst() + " was"
                : "Lines " + lines.getFirst() + " to " + lines.getLast() + " were";
    }

    private List<Doubt> doubts(TableLayout layout, List<ColumnForm> forms, List<Column> columns, DecimalSign decimal) {
        List<Doubt> doubts = new ArrayList<>();
        for (int c = 0; c < forms.size(); c++) {
            if (forms.get(c).doubtful()) {
                doubts.add(new Doubt(
                        "'" + layout.names().get(c) + "' holds dates of which nobody can tell whether the day or the"
                                + " month comes first.",
                        "dates",
                        List.of("day-first", "month-first")));
                break;
            }
        }
        if (wanted.separator() == Separator.COMMA && layout.head() == HeadLines.NONE && commasWithin(layout)) {
            doubts.add(new Doubt(
                    "The commas seem to stand before decimals, for what follows them has zeros in front; they were"
                            + " taken to stand between cells.",
                    "separator",
                    List.of("comma", "semicolon")));
        }
        columns.stream()
                .filter(column -> column.kind() == ColumnKind.NUMBER)
                .flatMap(column -> Markers.of(column.values()).map(number -> marked(column, number)).stream())
                .findFirst()
                .ifPresent(doubts::add);
        ambiguous(decimal)
                .ifPresent(cell -> doubts.add(new Doubt(
                        "Decimals may stand behind a comma or behind a point: '" + cell + "' is "
                                + Decimal.text(NumberForm.COMMA.parse(cell)) + " or "
                                + Decimal.text(NumberForm.POINT.parse(cell)) + ".",
                        "decimal",
                        List.of("comma", "point"))));
        return doubts;
    }

    /** Whether every second column holds digits only, some with zeros in front as no number of its own has them, behind whole numbers. */
    private boolean commasWithin(TableLayout layout) {
        boolean within = layout.width() % 2 == 0;
        for (int c = 0; c < layout.width() && within; c++) {
            int column = c;
            List<String> cells =
                    sample.rows().stream().map(row -> row.text(column)).toList();
            within = c % 2 == 0
                    ? cells.stream().allMatch(cell -> cell.matches("[-+]?\\d+"))
                    : cells.stream().allMatch(cell -> cell.matches("\\d+"))
                            && cells.stream().anyMatch(cell -> cell.matches("0\\d+"));
        }
        return within;
    }

    private static Doubt marked(Column column, double number) {
        String text = number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
        return new Doubt(
                "'" + column.name() + "' often holds " + text
                        + ", far from all its other values: does it stand for a missing"
                        + " value, or is it one (none)?",
                "missing",
                List.of(text, "none"));
    }

    /** A cell that is a number with commas for decimals as well as for thousands, where no other cell tells which they are. */
    private Optional<String> ambiguous(DecimalSign decimal) {
        boolean settled = wanted.decimal() != DecimalSign.FOUND
                || decimal == DecimalSign.COMMA
                || votes(NumberForm.POINT, NumberForm.COMMA) > 0;
        return settled
                ? Optional.empty()
                : sample.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(cell -> cell.text().strip())
                        .filter(cell -> cell.indexOf(',') > 0 && !Double.isNaN(NumberForm.POINT.parse(cell)))
                        .filter(cell -> cell.toLowerCase(Locale.ROOT)
                                        .chars()
                                        .filter(c -> c == ',')
                                        .count()
                                == 1)
                        .findFirst();
    }
}
