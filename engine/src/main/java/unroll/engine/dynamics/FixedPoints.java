package unroll.engine.dynamics;

import java.util.List;

/**
 * What a search for fixed points found.
 *
 * @param points those that are stable first, then by their number of unstable directions; slow ones last
 * @param starts from how many states it searched
 * @param came from how many of them it came to one of these
 */
public record FixedPoints(List<FixedPoint> points, int starts, int came) {
    public FixedPoints {
        points = List.copyOf(points);
    }

    /** Those that are no slow points and have so many unstable directions. */
    public long count(int unstableDirections) {
        return points.stream()
                .filter(point -> !point.slow() && point.unstableDirections() == unstableDirections)
                .count();
    }
}
