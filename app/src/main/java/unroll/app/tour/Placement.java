package unroll.app.tour;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** Where a bubble stands that speaks of something: beside it, so that both are seen, and perhaps something else. */
final class Placement {
    /** Pixels between the bubble and what it speaks of, and the edge of the window. */
    static final double GAP = 14;

    private Placement() {}

    /**
     * A place for the bubble: at the right, the left, below or above, the first where it fits beside the target and hides nothing of
     * what is seen besides, or else the first where it fits; below or above first what is lower than the bubble, such as a button
     * among others; where it fits nowhere, at the lower edge, over the target's end.
     *
     * @param target what it speaks of, in the room's coordinates
     * @param besides what is better seen besides
     * @param width of the bubble
     * @param height of the bubble
     * @param room how wide and high there is room, from 0
     */
    static Bounds of(Bounds target, Optional<Bounds> besides, double width, double height, Bounds room) {
        double across = target.getCenterX() - width / 2;
        double down = target.getCenterY() - height / 2;
        double right = target.getMaxX() + GAP;
        double left = target.getMinX() - GAP - width;
        double below = target.getMaxY() + GAP;
        double above = target.getMinY() - GAP - height;
        List<Bounds> flanks = List.of(
                new BoundingBox(right, within(down, height, room.getHeight()), width, height),
                new BoundingBox(left, within(down, height, room.getHeight()), width, height));
        List<Bounds> ends = Stream.of(below, above)
                .flatMap(y -> acrosses(target, besides, across, width).mapToObj(x ->
                        (Bounds) new BoundingBox(within(x, width, room.getWidth()), y, width, height)))
                .toList();
        List<Bounds> places = Stream.concat(
                        target.getHeight() < height ? ends.stream() : flanks.stream(),
                        target.getHeight() < height ? flanks.stream() : ends.stream())
                .filter(place -> fits(place, room))
                .toList();
        return places.stream()
                .filter(place -> besides.filter(place::intersects).isEmpty())
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElseGet(() -> new BoundingBox(
                        within(across, width, room.getWidth()),
                        within(room.getHeight(), height, room.getHeight()),
                        width,
                        height));
    }

    /** Below or above the target's middle, or before or behind what is seen besides as long as that is below or above the target. */
    private static DoubleStream acrosses(Bounds target, Optional<Bounds> besides, double middle, double width) {
        return DoubleStream.concat(
                DoubleStream.of(middle),
                besides.stream()
                        .flatMapToDouble(seen -> DoubleStream.of(seen.getMinX() - GAP - width, seen.getMaxX() + GAP))
                        .filter(x -> x < target.getMaxX() && x + width > target.getMinX()));
    }

    private static boolean fits(Bounds place, Bounds room) {
        return place.getMinX() >= GAP
                && place.getMinY() >= GAP
                && place.getMaxX() + GAP <= room.getWidth()
                && place.getMaxY() + GAP <= room.getHeight();
    }

    private static double within(double wanted, double size, double room) {
        return Math.max(GAP, Math.min(wanted, room - size - GAP));
    }
}
