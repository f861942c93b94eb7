package unroll.engine.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first rows of a table, as they are.
 *
 * @param rows those that hold anything
 */
record Sample(List<Row> rows) {
    /** So many rows say what a table is like; what they do not say is found as all are read. */
    private static final int MOST = 1000;

    /** Fewer rows are no table with something below it. */
    private static final int FEWEST = 3;

    /** Below a table may stand so many lines that are none of its. */
    static final int MOST_OF_FOOT = 5;

    /** A wide table says the same with fewer rows. */
    private static final int MOST_CELLS = 200_000;

    /**
     * A row.
     *
     * @param line of the file that it began in, from 1
     */
    record Row(long line, List<Cell> cells) {
        /** How many cells it has up to the last that is not blank. */
        int width() {
            int width = cells.size();
            while (width > 0 && cells.get(width - 1).isBlank()) {
                width--;
            }
            return width;
        }

        /** The text of a cell; empty where the row has none there. */
        String text(int column) {
            return column < cells.size() ? cells.get(column).text().strip() : "";
        }

        /** The texts of as many cells, on one line each. */
        List<String> texts(int width) {
            return IntStream.range(0, width)
                    .mapToObj(c -> text(c).replaceAll("\\s+", " "))
                    .toList();
        }

        boolean quoted(int column) {
            return column < cells.size() && cells.get(column).quoted();
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    /** A cell, and whether the file has it in quotes. */
    record Cell(String text, boolean quoted) {
        boolean isBlank() {
            return text.isBlank();
        }
    }

    /** Without rows at its end that may be none of the table's. */
    Sample withoutFoot() {
        int end = rows.size();
        boolean wide = rows.stream().anyMatch(row -> row.width() > 1);
        while (wide && end > Math.max(FEWEST, rows.size() - MOST_OF_FOOT) && Foot.mayBe(rows.get(end - 1))) {
            end--;
        }
        return new Sample(rows.subList(0, end));
    }

    /** The first rows of a source. */
    static Sample of(CellSource source) throws IOException {
        List<Row> rows = new ArrayList<>();
        source.read(new CellSink() {
            private List<Cell> cells = new ArrayList<>();
            private int count;

            @Override
            public void cell(char[] text, int from, int length, boolean quoted) {
                cells.add(new Cell(new String(text, from, length), quoted));
            }

            @Override
            public boolean row(long line) {
                Row row = new Row(line, cells);
                if (row.width() > 0) {
                    rows.add(row);
                    count += cells.size();
                }
                cells = new ArrayList<>();
                return rows.size() < MOST && (count < MOST_CELLS || rows.size() < 20);
            }
        });
        return new Sample(rows);
    }
}
