package unroll.engine.dynamics;

import java.util.List;

/**
 * How states of a plane move.
 *
 * @param box the part of the plane that is shown
 * @param flow where states go, on a grid
 * @param acrossStill where x does not change: one nullcline, in no order
 * @param upStill where y does not change: the other
 * @param basins by column and row the number of the attractor to which a state there comes, from 0; none where they were not asked for
 * @param attractors some states of each, {@code [][64][n]}
 */
public record Portrait(
        Box box,
        List<Arrow> flow,
        List<Segment> acrossStill,
        List<Segment> upStill,
        int[][] basins,
        List<double[][]> attractors) {
    /** A part of a plane. */
    public record Box(double left, double right, double bottom, double top) {
        public Box {
            if (!(left < right) || !(bottom < top)) {
                throw new IllegalArgumentException("a box reaches from a smaller to a larger x and y");
            }
        }

        double x(double share) {
            return left + (right - left) * share;
        }

        double y(double share) {
            return bottom + (top - bottom) * share;
        }
    }

    /**
     * Where a state goes in a step.
     *
     * @param share of the whole change the part in the plane is; NaN at rest
     */
    public record Arrow(double x, double y, double dx, double dy, double share) {}

    /** A piece of a line. */
    public record Segment(double x1, double y1, double x2, double y2) {}

    public Portrait {
        flow = List.copyOf(flow);
        acrossStill = List.copyOf(acrossStill);
        upStill = List.copyOf(upStill);
        attractors = List.copyOf(attractors);
    }
}
