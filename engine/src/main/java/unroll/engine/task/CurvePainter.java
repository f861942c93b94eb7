package unroll.engine.task;

import unroll.engine.random.Philox;
import unroll.engine.sequence.Split;

/**
 * Paints curves {@code (1-s)^2 a + 2 s (1-s) b + s^2 c}, s from 0 to 1, whose points a, b, c are drawn evenly from the picture
 * without its margin: a pixel at the distance d of the curve, in pixels, has the brightness {@code 1.5 - d} between 0 and 1.
 *
 * <p>How the curves of Hinton and Salakhutdinov (2006) were painted was not published; errors compare with theirs in size only.
 */
final class CurvePainter implements Pictures {
    /** Pixels left free at each edge. */
    private static final double MARGIN = 2;

    /** Half the width of a curve with its soft edge, in pixels. */
    private static final double REACH = 1.5;

    /** Straight pieces that a curve is painted as: on 28 pixels they leave it by less than a fiftieth of one. */
    private static final int PIECES = 24;

    private final int resolution;

    CurvePainter(int resolution) {
        this.resolution = resolution;
    }

    @Override
    public void paint(Split split, Philox random, double[] to, int at) {
        double high = resolution - MARGIN;
        double ax = random.uniform(MARGIN, high);
        double ay = random.uniform(MARGIN, high);
        double bx = random.uniform(MARGIN, high);
        double by = random.uniform(MARGIN, high);
        double cx = random.uniform(MARGIN, high);
        double cy = random.uniform(MARGIN, high);
        double x = ax;
        double y = ay;
        for (int i = 1; i <= PIECES; i++) {
            double s = (double) i / PIECES;
            double nextX = (1 - s) * (1 - s) * ax + 2 * s * (1 - s) * bx + s * s * cx;
            double nextY = (1 - s) * (1 - s) * ay + 2 * s * (1 - s) * by + s * s * cy;
            piece(x, y, nextX, nextY, to, at);
            x = nextX;
            y = nextY;
        }
    }

    private void piece(double x0, double y0, double x1, double y1, double[] to, int at) {
        int left = (int) Math.floor(Math.min(x0, x1) - REACH);
        int right = (int) Math.ceil(Math.max(x0, x1) + REACH);
        int top = (int) Math.floor(Math.min(y0, y1) - REACH);
        int bottom = (int) Math.ceil(Math.max(y0, y1) + REACH);
        for (int row = Math.max(0, top); row < Math.min(resolution, bottom); row++) {
            for (int column = Math.max(0, left); column < Math.min(resolution, right); column++) {
                double d = distance(column + 0.5, row + 0.5, x0, y0, x1, y1);
                int pixel = at + row * resolution + column;
                to[pixel] = Math.max(to[pixel], Math.clamp(REACH - d, 0, 1));
            }
        }
    }

    /** From a point to a straight piece. */
    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        double s = square == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / square, 0, 1);
        return Math.hypot(x0 + s * dx - x, y0 + s * dy - y);
    }
}
