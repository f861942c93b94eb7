package unroll.engine.task;

import unroll.engine.random.Philox;

/**
 * Small balls that come and go at random places of the box: at each frame each of them is switched on or off with a fixed probability.
 *
 * <p>The state of ball i, whether it is on and where, is {@code s[s0 + (3 i + k) stride]}, k = 0 to 2.
 */
final class Flicker {
    /** Numbers of the state of all balls. */
    static final int STATE = 18;

    private static final int BALLS = STATE / 3;
    private static final double RADIUS = 0.6;

    /** The probability of a switch. */
    private static final double RATE = 0.15;

    /** How far their centres stay from the walls. */
    private static final double MARGIN = 1;

    private final BallPainter painter;

    Flicker(int resolution) {
        painter = new BallPainter(resolution, RADIUS);
    }

    /** Switches balls, and paints those that are on into the frame that begins at {@code at}. */
    void paint(Philox random, double[] s, int s0, int stride, double[] frame, int at) {
        for (int i = 0; i < BALLS; i++) {
            int on = s0 + 3 * i * stride;
            if (random.nextDouble() < RATE) {
                s[on] = 1 - s[on];
                if (s[on] > 0) {
                    s[on + stride] = random.uniform(MARGIN, Box.SIZE - MARGIN);
                    s[on + 2 * stride] = random.uniform(MARGIN, Box.SIZE - MARGIN);
                }
            }
            if (s[on] > 0) {
                painter.paint(s[on + stride], s[on + 2 * stride], frame, at);
            }
        }
    }
}
