package unroll.engine.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.data.DataException;

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
        sample = Sample.of(source.cells()).withoutFoot();
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
            Optional<AcrossCells> across =
                    AcrossCells.of(source.cells(), layout, forms, sample, wanted.dates(), missing);
            if (across.isPresent()) {
                return across(across.get(), layout, now);
            }
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

    /** How many cells are numbers in this form only; those that may be months say nothing. */
    private long votes(NumberForm form, NumberForm other) {
        Stream<String> cells = sample.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.text().strip());
        return Stream.concat(cells, strays.stream().flatMap(List::stream))
                .filter(cell -> form.alone(other, WrittenUnit.bare(cell)) && !ColumnForm.mayBeMonth(cell))
                .count();
    }

    private Table table(TableLayout layout, List<ColumnForm> forms, TableRows rows, DecimalSign decimal) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < layout.width(); c++) {
            columns.add(rows.column(c));
        }
        TableForm found = found(decimal, layout.head(), dates(forms));
        return new Table(
                file,
                columns,
                found,
                understood(layout, forms, columns, rows, found),
                doubts(layout, forms, columns, decimal),
                IntStream.range(0, layout.width())
                        .mapToObj(source.cells()::declared)
                        .toList(),
                layout.namesLine());
    }

    private TableForm found(DecimalSign decimal, HeadLines head, DateOrder dates) {
        return new TableForm(
                wanted.encoding(), wanted.separator(), decimal, head, dates, wanted.missing(), wanted.sheet());
    }

    /** Whether some cell is a number by points before decimals only. */
    private boolean pointed() {
        return votes(NumberForm.POINT, NumberForm.COMMA) > 0;
    }

    private List<Doubt> doubts(TableLayout layout, List<ColumnForm> forms, List<Column> columns, DecimalSign decimal) {
        List<Doubt> doubts =
                new ArrayList<>(new DoubtFinder(wanted, sample, layout, forms).find(columns, decimal, pointed()));
        mixed(columns, decimal)
                .flatMap(column -> column.doubt().stream())
                .findFirst()
                .ifPresent(doubts::add);
        return doubts;
    }

    private Stream<MixedColumn> mixed(List<Column> columns, DecimalSign decimal) {
        return IntStream.range(0, columns.size())
                .filter(c -> !source.cells().declared(c).isWords())
                .boxed()
                .flatMap(c -> MixedColumn.of(columns.get(c), c, NumberForm.of(decimal), sample).stream());
    }

    /** The table of cells that are laid across. */
    private Table across(AcrossCells cells, TableLayout layout, DecimalSign decimal) throws IOException {
        TableForm form = found(decimal, HeadLines.FOUND, wanted.dates());
        Table table = new TableReader(file, new TableSource(cells, form, List.of(), List.of())).read();
        List<String> understood = new ArrayList<>(source.understood());
        understood.addAll(layout.understood());
        understood.addAll(cells.understood());
        understood.addAll(table.understood());
        DoubtFinder finder = new DoubtFinder(wanted, sample, layout, List.of());
        List<Doubt> doubts = new ArrayList<>(table.doubts());
        finder.ambiguous(decimal, pointed()).ifPresent(doubts::add);
        if (cells.doubtful()) {
            doubts.add(DoubtFinder.dates("The columns are called by dates"));
        }
        return new Table(
                file,
                table.columns(),
                found(decimal, layout.head(), wanted.dates()),
                understood,
                doubts,
                table.declared(),
                layout.namesLine());
    }

    private List<String> understood(
            TableLayout layout, List<ColumnForm> forms, List<Column> columns, TableRows rows, TableForm found) {
        List<String> sentences = new ArrayList<>(source.understood());
        if (found.decimal() == DecimalSign.COMMA) {
            sentences.add("Decimals stand behind commas.");
        }
        switch (found.dates()) {
            case DAY_FIRST -> sentences.add("Of dates the day comes first.");
            case MONTH_FIRST -> sentences.add("Of dates the month comes first.");
            case FOUND -> {}
        }
        sentences.addAll(layout.understood());
        if (layout.headLines().isEmpty() && layout.names().equals(source.comment())) {
            sentences.add("The comment before the table was taken as the columns' names.");
        } else if (layout.headLines().isEmpty() && source.cells().names().isEmpty()) {
            sentences.add("No line names the columns; the first was taken as numbers.");
        }
        forms.stream()
                .filter(ColumnForm::zoned)
                .findFirst()
                .ifPresent(
                        form -> sentences.add("The times of '" + layout.names().get(forms.indexOf(form))
                                + "' are written with zones, and are given in universal time (UTC)."));
        for (int c = 0; c < forms.size(); c++) {
            if (!forms.get(c).unit().isEmpty()) {
                sentences.add("The numbers of '" + layout.names().get(c) + "' stand with their unit, "
                        + forms.get(c).unit() + ".");
            }
        }
        mixed(columns, found.decimal()).forEach(column -> column.sentence().ifPresent(sentences::add));
        long empty = columns.stream()
                .filter(column -> column.kind() == ColumnKind.EMPTY)
                .count();
        if (empty > 0) {
            sentences.add(empty == 1 ? "One column holds nothing." : empty + " columns hold nothing.");
        }
        sentences.addAll(rows.infinite());
        rows.foot()
                .ifPresent(foot -> sentences.add("What stands below the table, from line " + foot.line() + " on ('"
                        + foot.text() + "'), is left out."));
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
}
