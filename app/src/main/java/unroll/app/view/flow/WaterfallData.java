package unroll.app.view.flow;

import java.util.ArrayList;
import java.util.List;
import unroll.app.chart.Decades;
import unroll.app.control.Table;

/**
 * Sizes of error signals at T time steps, a row for each look at the network. Neighbouring rows merge when there are many, so
 * that the whole history stays in sight.
 *
 * @param rows in the order of the looks
 * @param looks so many make a row
 */
public record WaterfallData(List<Row> rows, int looks) {
    /** Nothing to look at. */
    public static final WaterfallData EMPTY = new WaterfallData(List.of(), 1);

    /** More rows than the picture has lines would not be seen. */
    static final int MOST = 256;

    /** Fewer decades would show noise as if it were something. */
    private static final int FEWEST_DECADES = 4;

    /** Below so many decades of the largest size all are alike: next to nothing. */
    private static final int MOST_DECADES = 12;

    /**
     * What arrived at each time step.
     *
     * @param first the update of the first look
     * @param last the update of the last look
     * @param looks how many there were
     * @param decades the mean of the logarithms to base 10 of the sizes at each time step, T numbers; minus infinity where nothing
     *     arrived at any look, NaN where a size was not finite
     */
    public record Row(long first, long last, int looks, float[] decades) {
        private Row merged(Row later) {
            float[] both = new float[decades.length];
            for (int t = 0; t < both.length; t++) {
                float before = decades[t];
                float after = later.decades[t];
                both[t] = before == Float.NEGATIVE_INFINITY
                        ? after
                        : after == Float.NEGATIVE_INFINITY
                                ? before
                                : (before * looks + after * later.looks) / (looks + later.looks);
            }
            return new Row(first, later.last, looks + later.looks, both);
        }
    }

    public WaterfallData {
        rows = List.copyOf(rows);
    }

    /** The history with another look, in its place; a second look at the same network, or where a row covers it, tells nothing new. */
    public WaterfallData with(long update, double[] sizes) {
        Row row = new Row(update, update, 1, decades(sizes));
        if (rows.isEmpty() || steps() != sizes.length) {
            return new WaterfallData(List.of(row), 1);
        }
        int place = place(update);
        if (place < rows.size()) {
            return rows.get(place).first() <= update ? this : insert(place, row);
        }
        if (rows.getLast().looks() < looks) {
            List<Row> grown = new ArrayList<>(rows);
            grown.set(grown.size() - 1, grown.getLast().merged(row));
            return new WaterfallData(grown, looks);
        }
        WaterfallData roomy = rows.size() < MOST ? this : halved();
        return roomy.insert(roomy.rows.size(), row);
    }

    /** The first row that ends at or after an update. */
    private int place(long update) {
        int place = rows.size();
        while (place > 0 && rows.get(place - 1).last() >= update) {
            place--;
        }
        return place;
    }

    private WaterfallData insert(int place, Row row) {
        if (rows.size() >= MOST) {
            return halved().with(row);
        }
        List<Row> grown = new ArrayList<>(rows);
        grown.add(place, row);
        return new WaterfallData(grown, looks);
    }

    private WaterfallData with(Row row) {
        int place = place(row.first());
        return place < rows.size() && rows.get(place).first() <= row.first() ? this : insert(place, row);
    }

    private WaterfallData halved() {
        List<Row> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 2) {
            pairs.add(i + 1 < rows.size() ? rows.get(i).merged(rows.get(i + 1)) : rows.get(i));
        }
        return new WaterfallData(pairs, 2 * looks);
    }

    private static float[] decades(double[] sizes) {
        float[] decades = new float[sizes.length];
        for (int t = 0; t < sizes.length; t++) {
            decades[t] = Double.isFinite(sizes[t]) ? (float) Math.log10(sizes[t]) : Float.NaN;
        }
        return decades;
    }

    /** Time steps, T. */
    public int steps() {
        return rows.isEmpty() ? 0 : rows.getFirst().decades().length;
    }

    /** The whole decades that have almost all sizes in them. */
    Decades decades() {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (Row row : rows) {
            for (float value : row.decades()) {
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return Decades.around(low, high, FEWEST_DECADES, MOST_DECADES);
    }

    public Table table(String name) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(
                "first update", rows.size(), row -> Long.toString(rows.get(row).first())));
        columns.add(new Table.Column(
                "last update", rows.size(), row -> Long.toString(rows.get(row).last())));
        columns.add(new Table.Column(
                "looks", rows.size(), row -> Integer.toString(rows.get(row).looks())));
        for (int t = 0; t < steps(); t++) {
            int step = t;
            columns.add(new Table.Column(
                    "log10 |dL/dh| at step " + (t + 1),
                    rows.size(),
                    row -> Float.toString(rows.get(row).decades()[step])));
        }
        return new Table(name, columns);
    }
}
