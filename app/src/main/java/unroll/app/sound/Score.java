package unroll.app.sound;

import java.util.Optional;
import unroll.app.view.Playhead;
import unroll.engine.music.PianoRoll;

/**
 * What is to be played, and when.
 *
 * @param part whose roll it is: where it is another one everything begins anew
 * @param roll which keys sound at each step
 * @param playhead goes over the steps; without one nothing is played
 */
record Score(Sound.Part part, PianoRoll roll, Optional<Playhead> playhead) {
    /** Whether another score is of the same part at the same time, so that notes go on over the change. */
    boolean goesOnAs(Score other) {
        return part == other.part && playhead.equals(other.playhead);
    }

    /** Whether there is something to be heard. */
    boolean sounds() {
        return playhead.isPresent() && roll.sounding() > 0;
    }
}
