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
 * @param smoothed the same points on a smoother line; none where none is drawn
 */
public record NamedCurve(String head, Curve curve, Curve smoothed) {
    /** So few points are marked: there something was measured. */
    private static final int MARKED = 40;

    private static final float WIDTH = 2;

    /** The width of a line behind its smoother one. */
    private static final float BEHIND = 1.2f;

    /** A curve that has no smoother line. */
    public NamedCurve(String head, Curve curve) {
        this(head, curve, Curve.EMPTY);
    }

    /** The same with its smoother line where it keeps some of the past. */
    NamedCurve smoothed(double keep) {
        return new NamedCurve(head, curve, keep > 0 ? curve.smoothed(keep) : Curve.EMPTY);
    }

    /** As it is drawn, the last on top: alone, or faintly behind its smoother line. */
    List<Line> lines(Ink ink, boolean dashed) {
        return smoothed.size() == 0
                ? List.of(new Line(curve, ink, WIDTH, curve.size() <= MARKED, dashed))
                : List.of(
                        new Line(curve, ink, BEHIND, false, dashed, true),
                        new Line(smoothed, ink, WIDTH, false, dashed));
    }

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
            columns.add(column(named.head(), named.curve(), x));
            if (named.smoothed().size() > 0) {
                columns.add(column(named.head() + ", smoothed", named.smoothed(), x));
            }
        }
        return new Table(name, columns);
    }

    private static Table.Column column(String head, Curve curve, double[] x) {
        return new Table.Column(head, x.length, row -> {
            int i = curve.indexAt(x[row]);
            return i >= 0 && curve.x()[i] == x[row] ? Double.toString(curve.y()[i]) : "";
        });
    }
}
