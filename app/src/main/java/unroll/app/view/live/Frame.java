package unroll.app.view.live;

import java.util.List;
import unroll.engine.probe.LiveMovement.Hand;

/**
 * How a live movement looks at a moment.
 *
 * @param update whose network moves it
 * @param trail its last steps, oldest first
 * @param hand what somebody does
 * @param undo what was done last and can be undone; empty if nothing
 * @param replay what can be done again in the same way; empty if nothing
 * @param replays whether that is being done
 * @param ended whether its numbers ended, so that it cannot go on from here
 */
record Frame(long update, List<Beat> trail, Hand hand, String undo, String replay, boolean replays, boolean ended) {
    /**
     * A step.
     *
     * @param state after it
     * @param commands that led there
     * @param corners of what is moved, x and y of each, in metres
     * @param pushed whether somebody pushed
     */
    record Beat(double[] state, double[] commands, double[] corners, boolean pushed) {}

    Frame {
        trail = List.copyOf(trail);
    }
}
