package unroll.app.chart;

/**
 * Where something went in the plane, point by point.
 *
 * @param name what went
 * @param ink its colour
 * @param mark the shape of its points, so that it is told from others without colours too
 * @param x at least one point
 * @param y as many
 */
public record Trail(String name, Ink ink, Mark mark, double[] x, double[] y) {
    /** Shapes of points. */
    public enum Mark {
        CIRCLE,
        SQUARE,
        TRIANGLE
    }

    public Trail {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        }
    }

    /** The last point that is seen when so many updates are shown. */
    int head(int shown) {
        return Math.min(shown, x.length - 1);
    }
}
