package unroll.engine.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.data.DataException;

/** Reads all rows of a table into its columns. */
final class TableRows implements CellSink {
    private static final int SHORTENED = 30;

    private final Path file;
    private final TableLayout layout;
    private final List<ColumnForm> forms;
    private final boolean ragged;
    private final ColumnReader[] columns;
    private final Missing missing;
    private final List<Below> below = new ArrayList<>();
    private final List<Below> feet = new ArrayList<>();
    private final List<Long> strayLines = new ArrayList<>();
    private int rows;
    private int cells;
    private int filled;
    private int firstFilled;
    private String first = "";
    private boolean wide;
    private int strays;

    /** A row that is none of the table's if no more of these follow, and the text of its first cell that is not blank. */
    record Below(long line, int cells, String text) {}

    TableRows(Path file, TableLayout layout, List<ColumnForm> forms, Missing missing, boolean ragged) {
        this.file = file;
        this.layout = layout;
        this.forms = forms;
        this.ragged = ragged;
        this.missing = missing;
        columns = forms.stream().map(form -> new ColumnReader(form, missing)).toArray(ColumnReader[]::new);
    }

    @Override
    public void cell(char[] text, int from, int length, boolean quoted) {
        boolean blank = true;
        for (int i = from; i < from + length && blank; i++) {
            blank = NumberForm.blank(text[i]);
        }
        if (!blank && filled++ == 0) {
            firstFilled = cells;
            first = new String(text, from, length).strip();
        }
        if (cells < columns.length) {
            columns[cells].add(text, from, length, rows);
        } else {
            wide |= !blank;
        }
        cells++;
    }

    @Override
    public boolean row(long line) {
        if (Thread.currentThread().isInterrupted()) { // nobody wants it any more
            throw new CancellationException(file + ": was not read to its end");
        }
        boolean whole = !wide && (cells >= columns.length || ragged);
        boolean foot = whole && filled > 0 && line >= layout.firstLine() && isFoot();
        if (line < layout.firstLine() || filled == 0 || !whole || foot && !below.isEmpty()) {
            if (line >= layout.firstLine() && filled > 0) {
                below.add(new Below(line, cells, first));
                if (below.size() > Sample.MOST_OF_FOOT) {
                    throw wrongWidth();
                }
            }
            for (ColumnReader column : columns) {
                column.cut(rows);
            }
        } else {
            if (!below.isEmpty()) {
                throw wrongWidth();
            }
            for (int c = cells; c < columns.length; c++) {
                columns[c].skip();
            }
            rows++;
            noteStrays(line);
            if (!foot) {
                feet.clear();
            } else if (feet.size() <= Sample.MOST_OF_FOOT) {
                feet.add(new Below(line, cells, first));
            }
        }
        cells = 0;
        filled = 0;
        wide = false;
        return true;
    }

    /** Whether the row that was handed over can stand below the table: totals or a note, called as no row before is. */
    private boolean isFoot() {
        if (firstFilled >= columns.length || !Character.isLetter(first.charAt(0))) {
            return false;
        }
        ColumnReader named = columns[firstFilled];
        boolean words = forms.get(firstFilled).kind() == ColumnKind.WORD;
        boolean note = filled == 1 && columns.length > 1 && !missing.word(first) && (words || named.lacks(rows));
        return (note || Foot.total(first)) && (!words || named.isNew(rows));
    }

    private void noteStrays(long line) {
        int now = 0;
        for (ColumnReader column : columns) {
            now += column.strays().size();
        }
        for (int i = strays; i < now; i++) {
            strayLines.add(line);
        }
        strays = now;
    }

    private DataException wrongWidth() {
        Below odd = below.getFirst();
        String where = layout.namesLine() > 0 ? "line " + layout.namesLine() : "the others";
        return new DataException(
                file,
                (int) odd.line,
                Math.min(odd.cells, columns.length) + 1,
                "the row has " + odd.cells + (odd.cells == 1 ? " value" : " values") + " where " + where
                        + (layout.namesLine() > 0 ? " has " : " have ") + columns.length
                        + "; complete it or take it out");
    }

    /** All rows were read. A row that is cut off, totals or a note may stand below the table, but nothing that is wider than it. */
    void end() {
        if (below.stream().anyMatch(odd -> odd.cells > columns.length) || rows == 0 && !below.isEmpty()) {
            throw wrongWidth();
        }
        if (rows == 0) {
            throw new DataException(
                    file, layout.namesLine() > 0 ? "holds names of columns and no numbers" : "holds no numbers");
        }
        if (feet.size() > Sample.MOST_OF_FOOT || feet.size() == rows) {
            feet.clear();
        }
        rows -= feet.size();
        strays = 0;
        for (ColumnReader column : columns) {
            column.cut(rows);
            strays += column.strays().size();
        }
    }

    /** The first line below the table. */
    Optional<Below> foot() {
        return Stream.concat(feet.stream(), below.stream())
                .findFirst()
                .map(first -> new Below(first.line, first.cells, shortened(first.text)));
    }

    boolean strayed() {
        return strays > 0;
    }

    /** Adds the cells that did not fit, column by column, from this row of values on. */
    void strays(int from, List<List<String>> all) {
        for (int c = 0; c < columns.length; c++) {
            if (all.size() <= c) {
                all.add(new ArrayList<>());
            }
            List<String> column = all.get(c);
            columns[c].strays().stream()
                    .filter(stray -> stray.row() >= from)
                    .map(ColumnReader.Stray::text)
                    .forEach(column::add);
        }
    }

    /**
     * Does nothing where every cell fits its column.
     *
     * @throws DataException with the first that does not
     */
    void refuseStrays() {
        IntStream.range(0, columns.length)
                .boxed()
                .filter(c -> !columns[c].strays().isEmpty())
                .min(Comparator.comparingInt(c -> columns[c].strays().getFirst().row()))
                .ifPresent(c -> {
                    String text = shortened(columns[c].strays().getFirst().text());
                    throw new DataException(
                            file,
                            strayLines.getFirst().intValue(),
                            c + 1,
                            "'" + text + "' is " + fault(forms.get(c), text)
                                    + layout.names().get(c) + "' are; "
                                    + (Foot.total(text)
                                            ? "take the line out, for a total is no row"
                                            : "correct it, or, if it stands for a missing value, say so"
                                                    + " (setting task.form.missing)"));
                });
    }

    private static String fault(ColumnForm form, String text) {
        return Double.isInfinite(form.numbers().parse(text))
                ? "too large for a number, as the cells of '"
                : (form.kind() == ColumnKind.TIME ? "no time" : "not a number") + " as the other cells of '";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHORTENED ? line : line.substring(0, SHORTENED - 3) + "...";
    }

    /** A sentence about each column that holds infinite numbers. */
    List<String> infinite() {
        return IntStream.range(0, columns.length)
                .filter(c -> columns[c].infinite() > 0)
                .mapToObj(c -> columns[c].infinite() == 1
                        ? "One value of '" + layout.names().get(c) + "' is infinite, and counts as missing."
                        : columns[c].infinite() + " values of '"
                                + layout.names().get(c) + "' are infinite, and count as missing.")
                .toList();
    }

    Column column(int c) {
        ColumnForm form = forms.get(c);
        return new Column(
                layout.names().get(c),
                layout.units().get(c).isEmpty() ? form.unit() : layout.units().get(c),
                form.kind(),
                columns[c].values(),
                columns[c].words(),
                form.dated(),
                form.universal());
    }
}
