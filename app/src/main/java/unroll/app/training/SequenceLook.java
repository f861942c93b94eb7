package unroll.app.training;

import unroll.app.chart.Matrix;
import unroll.app.sequence.Depiction;
import unroll.app.sequence.Portrayal;
import unroll.engine.probe.SequenceAnswer;
import unroll.engine.task.Appearance;

/**
 * What a network makes of a test sequence, in the form that the views draw.
 *
 * @param update whose network it is
 * @param hidden units down, time steps across
 * @param depiction truth, prediction and free run
 */
record SequenceLook(long update, Matrix hidden, Depiction depiction) {
    /** Draws an answer as its task is shown. */
    static SequenceLook of(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        return new SequenceLook(
                answer.update(),
                Matrix.ofColumns(answer.hidden()),
                Portrayal.of(appearance).depict(answer, freeRunFrom));
    }
}
