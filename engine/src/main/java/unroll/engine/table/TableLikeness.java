package unroll.engine.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much rows of cells look like those of a table: most of them are equally wide, and most cells can be read. */
public final class TableLikeness {
    private static final int ROWS = 120;
    private static final int COLUMNS = 60;
    private static final int FIRST_ROWS = 5;

    /** What cells that can be read are worth beside rows that are equally wide. */
    private static final double READABLE = 4;

    private TableLikeness() {}

    /** From 0, where there are no rows, to about 5. */
    public static double of(CellSource cells) throws IOException {
        List<Sample.Row> rows = Sample.of(cells).rows();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
        Map.Entry<Integer, Integer> most = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        int width = most.getKey();
        List<Sample.Row> alike = new ArrayList<>();
        for (Sample.Row row : rows) {
            if (row.cells().size() == width && alike.size() < ROWS) {
                alike.add(row);
            }
        }
        double equal = most.getValue() / (double) rows.size();
        double more = width > 1 ? 1.01 : 1;
        return equal * (1 + READABLE * readable(alike, width)) * more;
    }

    /** The share of cells that are numbers, times or stand for no value, in rows behind those that may be titles, names and units. */
    private static double readable(List<Sample.Row> rows, int width) {
        Missing missing = new Missing(List.of());
        int from = rows.size() > 1 ? Math.clamp(rows.size() / 2, 1, FIRST_ROWS) : 0;
        int all = 0;
        int read = 0;
        for (Sample.Row row : rows.subList(from, rows.size())) {
            for (int c = 0; c < Math.min(width, COLUMNS); c++) {
                String cell = row.text(c);
                all++;
                read += missing.word(cell) || readable(cell) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : read / (double) all;
    }

    private static boolean readable(String cell) {
        return !Double.isNaN(NumberForm.POINT.parse(cell)) && cell.indexOf(' ') < 0
                || !Double.isNaN(NumberForm.COMMA.parse(cell)) && cell.indexOf(' ') < 0
                || TimeForms.of(List.of(cell), DateOrder.FOUND).isPresent();
    }
}
