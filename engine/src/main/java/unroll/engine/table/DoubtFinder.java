package unroll.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.setting.Decimal;

/** Finds what can be read in more than one way in a table that was read in one. */
final class DoubtFinder {
    private final TableForm wanted;
    private final Sample sample;
    private final TableLayout layout;
    private final List<ColumnForm> forms;

    DoubtFinder(TableForm wanted, Sample sample, TableLayout layout, List<ColumnForm> forms) {
        this.wanted = wanted;
        this.sample = sample;
        this.layout = layout;
        this.forms = forms;
    }

    /**
     * All there are.
     *
     * @param columns that were read
     * @param decimal sign that was taken
     * @param pointed whether some cell is a number by points only
     */
    List<Doubt> find(List<Column> columns, DecimalSign decimal, boolean pointed) {
        List<Doubt> doubts = new ArrayList<>();
        IntStream.range(0, forms.size())
                .filter(c -> forms.get(c).doubtful())
                .mapToObj(c -> dates("'" + layout.names().get(c) + "' holds dates"))
                .findFirst()
                .ifPresent(doubts::add);
        if (wanted.separator() == Separator.COMMA && layout.head() == HeadLines.NONE && commasWithin()) {
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
        columns.stream()
                .filter(column -> column.kind() == ColumnKind.NUMBER)
                .flatMap(column -> Markers.lonely(column.values()).map(number -> lonely(column, number)).stream())
                .findFirst()
                .ifPresent(doubts::add);
        ambiguous(decimal, pointed).ifPresent(doubts::add);
        return doubts;
    }

    /** About dates of which the day or the month can come first. */
    static Doubt dates(String what) {
        return new Doubt(
                what + " of which nobody can tell whether the day or the month comes first.",
                "dates",
                List.of("day-first", "month-first"));
    }

    /** Whether every second column holds digits only, some with zeros in front as no number of its own has them, behind whole numbers. */
    private boolean commasWithin() {
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

    private static Doubt lonely(Column column, double number) {
        String text = Decimal.inFull(number);
        return new Doubt(
                "'" + column.name() + "' holds " + Decimal.text(number)
                        + ", beside which all its other values are as good as one: is it a mistake and its value"
                        + " missing, or is it one (none)?",
                "missing",
                List.of(text, "none"));
    }

    private static Doubt marked(Column column, double number) {
        String text = Decimal.inFull(number);
        return new Doubt(
                "'" + column.name() + "' often holds " + text
                        + ", far from all its other values: does it stand for a missing"
                        + " value, or is it one (none)?",
                "missing",
                List.of(text, "none"));
    }

    /**
     * About a cell that is one number with commas before its decimals and another with points, where no other cell tells which they
     * are.
     */
    Optional<Doubt> ambiguous(DecimalSign decimal, boolean pointed) {
        return wanted.decimal() != DecimalSign.FOUND || decimal == DecimalSign.COMMA || pointed
                ? Optional.empty()
                : IntStream.range(0, layout.width())
                        .boxed()
                        .flatMap(this::twofold)
                        .findFirst()
                        .map(cell -> new Doubt(
                                "Decimals may stand behind a comma or behind a point: '" + cell + "' is "
                                        + Decimal.text(NumberForm.COMMA.parse(cell)) + " or "
                                        + Decimal.text(NumberForm.POINT.parse(cell)) + ".",
                                "decimal",
                                List.of("comma", "point")));
    }

    /**
     * The cells of a column that are two numbers. Points between cells that commas part are decimals, unless small numbers of the column
     * have none: thousands have points in countries whose tables are parted by semicolons.
     */
    private Stream<String> twofold(int column) {
        List<String> cells = sample.rows().stream()
                .map(row -> WrittenUnit.bare(row.text(column).strip()))
                .toList();
        boolean points =
                wanted.separator() != Separator.COMMA || cells.stream().anyMatch(cell -> cell.matches("[-+]?\\d{1,3}"));
        return cells.stream()
                .filter(cell -> Math.abs(NumberForm.COMMA.parse(cell) - NumberForm.POINT.parse(cell)) > 0)
                .filter(cell -> points || cell.indexOf('.') < 0);
    }
}
