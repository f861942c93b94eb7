package unroll.app.chart;

import java.util.Optional;

/** A piece of a straight line; what lies far outside a picture must be cut off before it is drawn, for it may be astronomical. */
record Segment(double fromX, double fromY, double toX, double toY) {
    /** The part within a box, after Liang and Barsky; empty if there is none. */
    Optional<Segment> within(double left, double top, double right, double bottom) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double[] towards = {-dx, dx, -dy, dy};
        double[] room = {fromX - left, right - fromX, fromY - top, bottom - fromY};
        double begin = 0;
        double end = 1;
        for (int side = 0; side < 4; side++) {
            if (towards[side] == 0 && room[side] < 0) {
                return Optional.empty();
            } else if (towards[side] < 0) {
                begin = Math.max(begin, room[side] / towards[side]);
            } else if (towards[side] > 0) {
                end = Math.min(end, room[side] / towards[side]);
            }
        }
        return begin > end
                ? Optional.empty()
                : Optional.of(new Segment(fromX + begin * dx, fromY + begin * dy, fromX + end * dx, fromY + end * dy));
    }
}
