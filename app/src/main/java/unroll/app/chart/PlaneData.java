package unroll.app.chart;

import java.util.List;

/**
 * Points and lines in a plane.
 *
 * @param halfWidth the plot shows at least from minus this to this across
 * @param halfHeight and up
 * @param circle whether the unit circle is drawn
 * @param traces what is drawn, the last on top
 */
public record PlaneData(double halfWidth, double halfHeight, boolean circle, List<Trace> traces) {
    /** An empty plane. */
    public static final PlaneData EMPTY = new PlaneData(1, 1, false, List.of());

    public PlaneData {
        traces = List.copyOf(traces);
        if (!(halfWidth > 0) || !(halfHeight > 0)) {
            throw new IllegalArgumentException("a plane of " + halfWidth + " by " + halfHeight);
        }
    }

    /** How points are drawn. */
    public enum Form {
        /** Joined by a line. */
        LINE,
        /** Joined by a line of little weight. */
        FAINT_LINE,
        /** Each as a small disc. */
        POINTS,
        /** Each as a large disc. */
        MARKS
    }

    /**
     * Points that belong together; those that are not finite are left out.
     *
     * @param x across
     * @param y up, as many
     * @param ink their colour
     * @param form how they are drawn
     */
    public record Trace(double[] x, double[] y, Ink ink, Form form) {
        public Trace {
            if (x.length != y.length) {
                throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
            }
        }
    }
}
