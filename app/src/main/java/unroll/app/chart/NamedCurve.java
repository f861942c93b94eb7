package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import unroll.app.control.Table;

/**
 * A curve with a name.
 *
 * @param head what its numbers are, with their unit
 * @param curve its points
 */
public record NamedCurve(String head, Curve curve) {
    /** Curves over the same thing, a row for each place where one of them has a point; where another has none its cell is empty. */
    public static Table table(String name, String across, List<NamedCurve> curves) {
        TreeSet<Double> places = new TreeSet<>();
        for (NamedCurve named : curves) {
            for (double x : named.curve().x()) {
                places.add(x);
            }
        }
        double[] x = places.stream().mapToDouble(Double::doubleValue).toArray();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.whole(across, x));
        for (NamedCurve named : curves) {
            Curve curve = named.curve();
            columns.add(new Table.Column(named.head(), x.length, row -> {
                int i = curve.indexAt(x[row]);
                return i >= 0 && curve.x()[i] == x[row] ? Double.toString(curve.y()[i]) : "";
            }));
        }
        return new Table(name, columns);
    }
}
