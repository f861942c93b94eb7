package unroll.app.chart;

/**
 * A curve as it is drawn.
 *
 * @param curve its points
 * @param ink its colour
 * @param width in pixels
 * @param points whether each point is marked
 * @param dashed whether the line is broken
 */
public record Line(Curve curve, Ink ink, float width, boolean points, boolean dashed) {}
