package unroll.app.dock;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import unroll.app.control.Card;

/**
 * Where a view would go that is let go now.
 *
 * @param target the view it is over
 * @param side on which side of it; empty for its place, in front of it
 */
record Drop(View target, Optional<Side> side) {
    /** Nearer to an edge than this share of the width or height is beside; else it is into. */
    private static final double EDGE = 0.25;

    /** Of a point in a card: the nearest edge, or the middle. */
    static Drop at(View target, Point2D screen) {
        Card card = target.card();
        Point2D point = card.screenToLocal(screen);
        double x = point.getX() / card.getWidth();
        double y = point.getY() / card.getHeight();
        double nearest = Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
        if (nearest > EDGE) {
            return new Drop(target, Optional.empty());
        }
        Side side = nearest == x ? Side.LEFT : nearest == 1 - x ? Side.RIGHT : nearest == y ? Side.ABOVE : Side.BELOW;
        return new Drop(target, Optional.of(side));
    }

    /** What it would get of the target's room. */
    Bounds room(Bounds whole) {
        double width = whole.getWidth();
        double height = whole.getHeight();
        double x = whole.getMinX();
        double y = whole.getMinY();
        if (side.isEmpty()) {
            return whole;
        }
        return switch (side.get()) {
            case LEFT -> new BoundingBox(x, y, width / 2, height);
            case RIGHT -> new BoundingBox(x + width / 2, y, width / 2, height);
            case ABOVE -> new BoundingBox(x, y, width, height / 2);
            case BELOW -> new BoundingBox(x, y + height / 2, width, height / 2);
        };
    }

    /** The arrangement after it. */
    Arrangement of(Arrangement before, String view) {
        return side.map(there -> before.beside(view, target.name(), there))
                .orElseGet(() -> before.into(view, target.name()));
    }
}
