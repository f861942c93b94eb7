package unroll.app.parallel;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the axes and lines of parallel coordinates lie in an area, and what lies at a place of it. */
final class ParallelPlaces {
    private final ParallelData data;
    private final List<ParallelAxis> axes;
    private final Rectangle2D area;
    private final double below;

    /**
     * As many axes as have room, from the left edge of the area to the right one.
     *
     * @param spacing the least distance between two axes
     * @param below height of the strip at the bottom where lines lie that have no value; used where there are such
     */
    ParallelPlaces(ParallelData data, Rectangle2D area, double spacing, double below) {
        this.data = data;
        this.area = area;
        axes = data.fitting(1 + (int) Math.max(0, area.getWidth() / spacing));
        boolean gaps =
                axes.stream().anyMatch(axis -> axis.filled() < data.lines().size());
        this.below = gaps ? below : 0;
    }

    /** The axes that are drawn. */
    List<ParallelAxis> axes() {
        return axes;
    }

    /** Where an axis stands. */
    double x(int axis) {
        return axes.size() < 2 ? area.getX() : area.getX() + area.getWidth() * axis / (axes.size() - 1);
    }

    double top() {
        return area.getY();
    }

    /** The lower end of the axes. */
    double bottom() {
        return area.getMaxY() - below;
    }

    /** Where lines lie that have no value; empty where all have one. */
    Optional<Double> none() {
        return below > 0 ? Optional.of(area.getMaxY()) : Optional.empty();
    }

    /** The height at a share of an axis. */
    double y(double share) {
        return bottom() - share * (bottom() - top());
    }

    /** The height of a value on an axis; empty stands for none. */
    double y(int axis, String value) {
        return value.isEmpty() ? area.getMaxY() : y(axes.get(axis).share(value));
    }

    /** The height of a line on an axis. */
    double y(int axis, int line) {
        return y(axis, axes.get(axis).value(line));
    }

    Path2D line(int line) {
        Path2D path = new Path2D.Double();
        for (int axis = 0; axis < axes.size(); axis++) {
            if (axis == 0) {
                path.moveTo(x(axis), y(axis, line));
            } else {
                path.lineTo(x(axis), y(axis, line));
            }
        }
        return path;
    }

    /** The line within all spans that is nearest to a point, if one is no further than {@code reach}. */
    Optional<Integer> nearest(double x, double y, double reach) {
        return seen().filter(line -> distance(line, x, y) <= reach)
                .min(Comparator.comparingDouble(line -> distance(line, x, y)));
    }

    private Stream<Integer> seen() {
        return IntStream.range(0, data.lines().size())
                .filter(line -> data.lines().get(line).within())
                .boxed();
    }

    private double distance(int line, double x, double y) {
        double least = axes.size() == 1 ? Math.hypot(x - x(0), y - y(0, line)) : Double.POSITIVE_INFINITY;
        for (int axis = 1; axis < axes.size(); axis++) {
            least = Math.min(least, Line2D.ptSegDist(x(axis - 1), y(axis - 1, line), x(axis), y(axis, line), x, y));
        }
        return least;
    }

    /** The axis that is nearest to a place across, if it is no further than {@code reach}. */
    Optional<Integer> axisAt(double x, double reach) {
        return IntStream.range(0, axes.size())
                .boxed()
                .filter(axis -> Math.abs(x(axis) - x) <= reach)
                .min(Comparator.comparingDouble(axis -> Math.abs(x(axis) - x)));
    }

    /** The stretch of an axis between two heights, in either order; empty where no value lies there. */
    Optional<AxisSpan> between(int axis, double from, double to) {
        double length = bottom() - top();
        double low = Math.max(from, to);
        boolean none = none().filter(place -> low >= (bottom() + place) / 2).isPresent();
        return axes.get(axis).between((bottom() - low) / length, (bottom() - Math.min(from, to)) / length, none);
    }

    /** The line within all spans that comes next upwards on an axis, or downwards for a negative step; the same at the end. */
    Optional<Integer> beside(int line, int axis, int step) {
        ParallelAxis along = axes.get(axis);
        List<Integer> order = seen().sorted(Comparator.comparing(along::value, AxisSpan.UPWARDS))
                .toList();
        int place = order.indexOf(line);
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(order.get(place < 0 ? 0 : Math.clamp((long) place + step, 0, order.size() - 1)));
    }
}
