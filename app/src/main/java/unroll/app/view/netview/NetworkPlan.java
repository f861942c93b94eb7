package unroll.app.view.netview;

import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;

/**
 * Where the circles of a network lie: layers above each other, inputs at the bottom, and where time is unrolled the steps side by side.
 *
 * @param sizes units of each layer, from the inputs up
 * @param copies time steps side by side, at least 1
 * @param left of the drawing
 * @param bottom of the lowest layer's middle
 * @param column width of one step
 * @param gap between the middles of a layer's units, for each layer
 * @param between the middles of two layers
 * @param slant by which each unit of a layer stands higher than the one after it: where steps lie side by side, so that what leads from one to
 *     the next is told apart
 * @param radius of a circle
 */
record NetworkPlan(
        List<Integer> sizes,
        int copies,
        double left,
        double bottom,
        double column,
        double[] gap,
        double between,
        double slant,
        double radius) {
    /** Units stand at most so many font sizes apart, and a circle has at most this radius. */
    private static final double WIDEST = 9;

    private static final double LARGEST = 1.7;

    /** Share of the way between two units, or two layers, that a circle takes at most. */
    private static final double BESIDE = 0.36;

    private static final double ABOVE = 0.19;

    /** Room at the sides for what leads around, and below and above for numbers and loops, in font sizes. */
    private static final double SIDE = 1.6;

    private static final double EDGE = 2.6;

    /** Share of the way to the next layer that a slanted layer takes. */
    private static final double SLANT = 0.55;

    /** A connection that reaches back bends by this share of its length for each step. */
    private static final double BEND = 0.22;

    static NetworkPlan of(List<Integer> sizes, int copies, double width, double height, double em) {
        double column = Math.max(1, width / copies);
        double room = Math.max(1, column - 2 * SIDE * em * (copies > 1 ? 0.4 : 1));
        double[] gap = new double[sizes.size()];
        double least = WIDEST * em;
        for (int row = 0; row < gap.length; row++) {
            gap[row] = Math.min(WIDEST * em, room / Math.max(1, sizes.get(row)));
            least = Math.min(least, gap[row]);
        }
        double high = Math.max(1, height - 2 * EDGE * em);
        double tilt = copies > 1 ? SLANT : 0;
        double between = high / Math.max(1, sizes.size() - 1 + tilt);
        double radius = Math.max(2, Math.min(LARGEST * em, Math.min(BESIDE * least, ABOVE * between)));
        double bottom = sizes.size() > 1 ? height - EDGE * em - tilt * between / 2 : height / 2;
        int most = sizes.stream().mapToInt(Integer::intValue).max().orElse(1);
        double slant = Math.min(tilt * between / most, LARGEST * em);
        return new NetworkPlan(List.copyOf(sizes), copies, 0, bottom, column, gap, between, slant, radius);
    }

    double x(UnitPlace place, int copy) {
        double middle = left + (copy + 0.5) * column;
        return middle + (place.unit() - (sizes.get(place.row()) - 1) / 2.0) * gap[place.row()];
    }

    double y(UnitPlace place) {
        return bottom - place.row() * between + (place.unit() - (sizes.get(place.row()) - 1) / 2.0) * slant;
    }

    /** Whether numbers of so many pixels have room beside each other in a layer. */
    boolean hasRoom(int row, double width) {
        return gap[row] >= width;
    }

    /**
     * The way of a connection.
     *
     * @param lag how many steps ago the first sent; drawn around where the steps are not side by side
     */
    Shape way(UnitPlace from, UnitPlace to, int lag, int fromCopy, int toCopy) {
        double x1 = x(from, fromCopy);
        double y1 = y(from);
        double x2 = x(to, toCopy);
        double y2 = y(to);
        if (lag == 0 || fromCopy != toCopy) {
            return trimmed(x1, y1, x2, y2);
        }
        if (from.equals(to)) {
            double r = radius;
            return new CubicCurve2D.Double(
                    x1 + 0.4 * r, y1 - 0.92 * r, x1 + 0.9 * r, y1 - 2.9 * r, x1 + 2.9 * r, y1 - 1.2 * r, x1 + r, y1);
        }
        if (from.row() == to.row()) {
            double side = x2 > x1 ? -1 : 1; // to the right above, to the left below
            double lift = Math.min(0.42 * between, radius + 0.3 * Math.abs(x2 - x1) + 0.3 * radius * (lag - 1));
            return new QuadCurve2D.Double(
                    x1, y1 + side * radius, (x1 + x2) / 2, y1 + side * (radius + lift), x2, y2 + side * radius);
        }
        double bend = BEND * lag;
        double bendX = (x1 + x2) / 2 - bend * (y2 - y1);
        double bendY = (y1 + y2) / 2 + bend * (x2 - x1);
        Point2D begin = towards(x1, y1, bendX, bendY);
        Point2D end = towards(x2, y2, bendX, bendY);
        return new QuadCurve2D.Double(begin.getX(), begin.getY(), bendX, bendY, end.getX(), end.getY());
    }

    private Line2D trimmed(double x1, double y1, double x2, double y2) {
        return new Line2D.Double(towards(x1, y1, x2, y2), towards(x2, y2, x1, y1));
    }

    /** The edge of the circle at the first point, on the side of the second. */
    private Point2D towards(double x, double y, double otherX, double otherY) {
        double length = Math.max(1e-9, Math.hypot(otherX - x, otherY - y));
        return new Point2D.Double(x + radius * (otherX - x) / length, y + radius * (otherY - y) / length);
    }

    /** A point on a connection, at a share of it from its beginning. */
    static Point2D along(Shape way, double share) {
        double s = 1 - share;
        return switch (way) {
            case Line2D line ->
                new Point2D.Double(s * line.getX1() + share * line.getX2(), s * line.getY1() + share * line.getY2());
            case QuadCurve2D curve ->
                new Point2D.Double(
                        s * s * curve.getX1() + 2 * s * share * curve.getCtrlX() + share * share * curve.getX2(),
                        s * s * curve.getY1() + 2 * s * share * curve.getCtrlY() + share * share * curve.getY2());
            case CubicCurve2D curve ->
                new Point2D.Double(
                        cubic(s, share, curve.getX1(), curve.getCtrlX1(), curve.getCtrlX2(), curve.getX2()),
                        cubic(s, share, curve.getY1(), curve.getCtrlY1(), curve.getCtrlY2(), curve.getY2()));
            default -> throw new IllegalArgumentException("no way of a connection: " + way);
        };
    }

    private static double cubic(double s, double t, double a, double b, double c, double d) {
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }
}
