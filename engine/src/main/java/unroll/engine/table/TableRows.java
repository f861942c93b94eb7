package unroll.engine.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import unroll.engine.data.DataException;

/** Reads all rows of a table into its columns. */
final class TableRows implements CellSink {
    /** Below a table may stand so many lines that are none of its. */
    private static final int MOST_BELOW = 5;

    private static final int SHORTENED = 30;

    private final Path file;
    private final TableLayout layout;
    private final List<ColumnForm> forms;
    private final boolean ragged;
    private final ColumnReader[] columns;
    private final List<Odd> below = new ArrayList<>();
    private final List<Long> strayLines = new ArrayList<>();
    private int rows;
    private int cells;
    private boolean filled;
    private boolean wide;
    private int strays;

    /** A row of another width, which is none of the table's if no more of these follow. */
    private record Odd(long line, int cells) {}

    TableRows(Path file, TableLayout layout, List<ColumnForm> forms, Missing missing, boolean ragged) {
        this.file = file;
        this.layout = layout;
        this.forms = forms;
        this.ragged = ragged;
        columns = forms.stream().map(form -> new ColumnReader(form, missing)).toArray(ColumnReader[]::new);
    }

    @Override
    public void cell(char[] text, int from, int length, boolean quoted) {
        boolean blank = true;
        for (int i = from; i < from + length && blank; i++) {
            blank = NumberForm.blank(text[i]);
        }
        filled |= !blank;
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
        if (line < layout.firstLine() || !filled || !whole) {
            if (line >= layout.firstLine() && filled) {
                below.add(new Odd(line, cells));
                if (below.size() > MOST_BELOW) {
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
        }
        cells = 0;
        filled = false;
        wide = false;
        return true;
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
        Odd odd = below.getFirst();
        String where = layout.namesLine() > 0 ? "line " + layout.namesLine() : "the others";
        return new DataException(
                file,
                (int) odd.line,
                Math.min(odd.cells, columns.length) + 1,
                "the row has " + odd.cells + (odd.cells == 1 ? " value" : " values") + " where " + where
                        + (layout.namesLine() > 0 ? " has " : " have ") + columns.length
                        + "; complete it or take it out");
    }

    /** All rows were read. A row that is cut off or a note may stand below the table, but nothing that is wider than it. */
    void end() {
        if (below.stream().anyMatch(odd -> odd.cells > columns.length) || rows == 0 && !below.isEmpty()) {
            throw wrongWidth();
        }
        if (rows == 0) {
            throw new DataException(
                    file, layout.namesLine() > 0 ? "holds names of columns and no numbers" : "holds no numbers");
        }
    }

    /** The first line below the table. */
    Optional<Long> footer() {
        return below.stream().map(Odd::line).findFirst();
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
                                    + layout.names().get(c)
                                    + "' are; correct it, or, if it stands for a missing value, say so"
                                    + " (setting form.missing)");
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

    Column column(int c) {
        ColumnForm form = forms.get(c);
        return new Column(
                layout.names().get(c),
                layout.units().get(c),
                form.kind(),
                columns[c].values(),
                columns[c].words(),
                form.dated());
    }
}
