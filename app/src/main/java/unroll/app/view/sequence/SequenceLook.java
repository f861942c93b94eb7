package unroll.app.view.sequence;

import unroll.app.chart.Matrix;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Portrayal;
import unroll.app.view.LiveAnswer;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/**
 * What a network makes of a test sequence, in the form that the views draw.
 *
 * @param update whose network it is
 * @param hidden units down, time steps across
 * @param depiction truth, prediction and free run
 */
public record SequenceLook(long update, Matrix hidden, Depiction depiction) implements LiveAnswer {
    /** Draws an answer as its task is shown. */
    public static SequenceLook of(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        return new SequenceLook(
                answer.update(),
                Matrix.ofColumns(answer.hidden()),
                Portrayal.of(appearance).depict(answer, freeRunFrom));
    }
}
