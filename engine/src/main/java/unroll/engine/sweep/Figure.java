package unroll.engine.sweep;

import java.util.List;

/**
 * A picture as thesis fig. 4.1: minibatches to solve and the failure rate, against an axis of the sweep.
 *
 * @param name of its file, without an ending
 * @param title the values that all its runs share; empty where there are none
 * @param across the name of the axis
 * @param curves one for each value of another axis
 */
public record Figure(String name, String title, String across, List<Curve> curves) {
    /** Curves that a picture has at most. */
    static final int MOST = 3;

    public Figure {
        curves = List.copyOf(curves);
    }

    /**
     * Runs that share the value of one more axis.
     *
     * @param name that value; empty where there is no such axis
     * @param points from left to right
     */
    public record Curve(String name, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * Runs that differ in their seeds alone.
     *
     * @param x their value on the axis across
     * @param minibatches to solve, of those that did
     * @param tried how many there are
     */
    public record Point(double x, Spread minibatches, long tried) {
        /** The share of those that failed. */
        public double failures() {
            return 1 - (double) minibatches.count() / tried;
        }
    }
}
