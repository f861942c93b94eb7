package unroll.app.chart;

import java.util.List;

/**
 * Numbers of several trials against something, and how many of the trials failed.
 *
 * @param across what goes across: "T"
 * @param curves at most three
 */
public record Spreads(String across, List<Named> curves) {
    /** Before there are any. */
    public static final Spreads EMPTY = new Spreads("", List.of());

    public Spreads {
        curves = List.copyOf(curves);
    }

    /**
     * A curve.
     *
     * @param name empty where there is only one
     * @param points from left to right
     */
    public record Named(String name, List<Point> points) {
        public Named {
            points = List.copyOf(points);
        }
    }

    /**
     * The trials at one place; mean, min and max are NaN where all failed.
     *
     * @param failures the share that failed, 0 to 1
     */
    public record Point(double x, double mean, double min, double max, double failures) {}
}
