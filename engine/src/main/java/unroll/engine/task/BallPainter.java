package unroll.engine.task;

/**
 * Paints a ball into a frame: a pixel at the distance d of its centre gains {@code exp(-(d^2 / r^2)^4)}, up to 1 in all.
 *
 * <p>Pixel (row, column) of a frame is at {@code row * resolution + column}; its centre lies at ((column + 0.5),
 * (row + 0.5)) {@code * pitch}.
 */
final class BallPainter {
    /** Where the term falls below 1e-20, in radii: (20 ln 10)^(1/8); what lies beyond is not painted. */
    private static final double REACH = Math.pow(20 * Math.log(10), 0.125);

    private final int resolution;
    private final double pitch;
    private final double reach;
    private final double inverseSquare;

    BallPainter(int resolution, double radius) {
        this.resolution = resolution;
        pitch = Box.SIZE / resolution;
        reach = REACH * radius;
        inverseSquare = 1 / (radius * radius);
    }

    /** Adds the ball at (x, y) to the frame that begins at {@code at}. */
    void paint(double x, double y, double[] frame, int at) {
        int bottom = last(y + reach);
        for (int row = first(y - reach); row <= bottom; row++) {
            double dy = (row + 0.5) * pitch - y;
            double half = Math.sqrt(Math.max(0, reach * reach - dy * dy));
            int right = at + row * resolution + last(x + half);
            int left = first(x - half);
            double dx = (left + 0.5) * pitch - x;
            for (int i = at + row * resolution + left; i <= right; i++) {
                double q = (dx * dx + dy * dy) * inverseSquare;
                q *= q;
                frame[i] = Math.min(1, frame[i] + Math.exp(-q * q));
                dx += pitch;
            }
        }
    }

    /** The first pixel whose centre is not below the coordinate. */
    private int first(double coordinate) {
        return Math.max(0, (int) Math.ceil(coordinate / pitch - 0.5));
    }

    /** The last pixel whose centre is not above the coordinate. */
    private int last(double coordinate) {
        return Math.min(resolution - 1, (int) Math.floor(coordinate / pitch - 0.5));
    }
}
