package unroll.app.control;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where a window goes, in points, so that a person can take it by its head on the screens that are there. */
public final class OnScreens {
    /** Height of what windows are taken by. */
    private static final double HEAD = 40;

    private OnScreens() {}

    /**
     * The same place where it can be taken, no larger than the screen that has most of it; in the middle of the first screen, if
     * the one it was on is gone.
     *
     * @param screens what the system leaves of them to windows, the main one first; at least one
     */
    public static Rectangle2D fit(Rectangle2D wanted, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> screen.intersects(
                        wanted.getMinX() + HEAD, wanted.getMinY(), Math.max(1, wanted.getWidth() - 2 * HEAD), HEAD))
                .max(Comparator.comparingDouble(screen -> common(screen, wanted)))
                .map(screen -> new Rectangle2D(
                        wanted.getMinX(),
                        wanted.getMinY(),
                        Math.min(wanted.getWidth(), screen.getWidth()),
                        Math.min(wanted.getHeight(), screen.getHeight())))
                .orElseGet(() -> centred(wanted.getWidth(), wanted.getHeight(), screens.getFirst()));
    }

    /** In the middle of a screen, and no larger than it. */
    public static Rectangle2D centred(double width, double height, Rectangle2D screen) {
        double across = Math.min(width, screen.getWidth());
        double down = Math.min(height, screen.getHeight());
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - across) / 2,
                screen.getMinY() + (screen.getHeight() - down) / 2,
                across,
                down);
    }

    private static double common(Rectangle2D one, Rectangle2D other) {
        double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return across * down;
    }
}
