package unroll.app.tour;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** Where a bubble stands that speaks of something: beside it, so that both are seen. */
final class Placement {
    /** Pixels between the bubble and what it speaks of, and the edge of the window. */
    static final double GAP = 14;

    private Placement() {}

    /**
     * A place for the bubble: at the right, the left, below or above, the first where it fits beside the target; below or above
     * first what is lower than the bubble, such as a button among others; where it fits nowhere, at the lower edge, over the target's end.
     *
     * @param target what it speaks of, in the room's coordinates
     * @param width of the bubble
     * @param height of the bubble
     * @param room how wide and high there is room, from 0
     */
    static Bounds of(Bounds target, double width, double height, Bounds room) {
        double right = target.getMaxX() + GAP;
        double left = target.getMinX() - GAP - width;
        double below = target.getMaxY() + GAP;
        double above = target.getMinY() - GAP - height;
        double across = within(target.getCenterX() - width / 2, width, room.getWidth());
        double down = within(target.getCenterY() - height / 2, height, room.getHeight());
        boolean low = target.getHeight() < height;
        if (low && below + height + GAP <= room.getHeight()) {
            return new BoundingBox(across, below, width, height);
        } else if (low && above >= GAP) {
            return new BoundingBox(across, above, width, height);
        } else if (right + width + GAP <= room.getWidth()) {
            return new BoundingBox(right, down, width, height);
        } else if (left >= GAP) {
            return new BoundingBox(left, down, width, height);
        } else if (below + height + GAP <= room.getHeight()) {
            return new BoundingBox(across, below, width, height);
        } else if (above >= GAP) {
            return new BoundingBox(across, above, width, height);
        }
        return new BoundingBox(across, within(room.getHeight(), height, room.getHeight()), width, height);
    }

    private static double within(double wanted, double size, double room) {
        return Math.max(GAP, Math.min(wanted, room - size - GAP));
    }
}
