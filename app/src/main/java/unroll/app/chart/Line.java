package unroll.app.chart;

/**
 * A curve as it is drawn.
 *
 * @param curve its points
 * @param ink its colour
 * @param width in pixels
 * @param points whether each point is marked
 * @param dashed whether the line is broken
 * @param faint whether it has little of its colour, so that another line stands before it
 */
public record Line(Curve curve, Ink ink, float width, boolean points, boolean dashed, boolean faint) {
    /** A line in its full colour. */
    public Line(Curve curve, Ink ink, float width, boolean points, boolean dashed) {
        this(curve, ink, width, points, dashed, false);
    }
}
