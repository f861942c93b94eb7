package unroll.engine.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A film of balls that somebody threw into the box of the bouncing balls, which moves as the films of that task do.
 *
 * @param resolution pixels across and down
 * @param radius of each ball
 * @param balls as they are in the first frame; each has the box, and room in it, for itself
 */
public record ThrownBalls(int resolution, double radius, List<Ball> balls) {
    /** The box is this wide and this high. */
    public static final double SIZE = Box.SIZE;

    /**
     * A ball in the first frame.
     *
     * @param x from the left wall
     * @param y from the upper wall
     * @param right how far it moves in a frame
     * @param down how far it moves down in a frame
     */
    public record Ball(double x, double y, double right, double down) {}

    public ThrownBalls {
        balls = List.copyOf(balls);
        if (!new Box(balls.size(), radius).fits(places(balls), 0, 1)) {
            throw new IllegalArgumentException("a ball overlaps a wall or another ball");
        }
    }

    /** Whether a ball has room beside these. */
    public boolean hasRoomFor(Ball ball) {
        double[] places = new double[2 * balls.size() + 2];
        System.arraycopy(places(balls), 0, places, 0, 2 * balls.size());
        places[2 * balls.size()] = ball.x;
        places[2 * balls.size() + 1] = ball.y;
        return new Box(balls.size() + 1, radius).fits(places, 0, 1);
    }

    private static double[] places(List<Ball> balls) {
        return balls.stream()
                .flatMapToDouble(ball -> DoubleStream.of(ball.x, ball.y))
                .toArray();
    }

    /** Its frames, {@code [frames][resolution * resolution]}, each a brightness in 0..1 row by row. */
    public float[][] film(int frames) {
        Box box = new Box(balls.size(), radius);
        BallPainter painter = new BallPainter(resolution, radius);
        double[] places = places(balls);
        double[] speeds = balls.stream()
                .flatMapToDouble(ball -> DoubleStream.of(ball.right, ball.down))
                .toArray();
        float[][] film = new float[frames][resolution * resolution];
        double[] frame = new double[resolution * resolution];
        for (int t = 0; t < frames; t++) {
            if (t > 0) {
                box.frame(places, 0, 1, speeds, 0);
            }
            Arrays.fill(frame, 0);
            for (int i = 0; i < balls.size(); i++) {
                painter.paint(places[2 * i], places[2 * i + 1], frame, 0);
            }
            for (int pixel = 0; pixel < frame.length; pixel++) {
                film[t][pixel] = (float) frame[pixel];
            }
        }
        return film;
    }
}
