package unroll.app.view.along;

import unroll.app.sequence.Excerpt;
import unroll.app.sequence.Portrayal;
import unroll.engine.music.PianoRoll;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.task.Appearance;

/**
 * Asks how a network goes on from what somebody played.
 *
 * @param played fewer steps than there are
 * @param take which continuation, from 0: each is drawn by other random numbers; {@link #NONE} for none
 * @param steps time steps that there are
 */
record AlongQuestion(PianoRoll played, int take, int steps) implements Probe<AlongLook> {
    /** No continuation is wanted. */
    static final int NONE = -1;

    @Override
    public AlongLook answer(Replica replica) {
        if (take == NONE) {
            return new AlongLook(replica.update(), this, Excerpt.played(played, steps));
        }
        Excerpt excerpt = (Excerpt) Portrayal.of(new Appearance.Notes(played.keyboard(), played.step()))
                .depict(replica.goOn(inputs(), take), played.frames() + 1);
        return new AlongLook(replica.update(), this, excerpt.asPlayed());
    }

    /** A piece begins after silence; then each step receives the one before. */
    private float[][] inputs() {
        float[][] inputs = new float[played.frames() + 1][played.keyboard().count()];
        for (int t = 0; t < played.frames(); t++) {
            for (int key = 0; key < inputs[t].length; key++) {
                inputs[t + 1][key] = played.sounds(t, played.keyboard().first() + key) ? 1 : 0;
            }
        }
        return inputs;
    }
}
