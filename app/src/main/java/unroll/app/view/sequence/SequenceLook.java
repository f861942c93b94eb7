package unroll.app.view.sequence;

import java.util.Optional;
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
 * @param perturbed the same of the network as a person perturbs it, where one does
 */
public record SequenceLook(long update, Matrix hidden, Depiction depiction, Optional<Depiction> perturbed)
        implements LiveAnswer {
    /** Draws an answer as its task is shown. */
    public static SequenceLook of(SequenceAnswer answer, Appearance appearance, int freeRunFrom) {
        return new SequenceLook(
                answer.update(),
                Matrix.ofColumns(answer.hidden()),
                Portrayal.of(appearance).depict(answer, freeRunFrom),
                Optional.empty());
    }

    /** The same beside what the perturbed network makes of the sequence. */
    SequenceLook beside(Depiction perturbedOne) {
        return new SequenceLook(update, hidden, depiction, Optional.of(perturbedOne));
    }
}
