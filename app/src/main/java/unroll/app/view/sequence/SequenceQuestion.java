package unroll.app.view.sequence;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import unroll.app.sequence.Portrayal;
import unroll.app.view.Cues;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.probe.SequenceProbe;
import unroll.engine.task.Appearance;

/**
 * Asks what a network makes of a test sequence.
 *
 * @param sequence its number, from 1
 * @param freeRunFrom the first step, from 1, at which the free run receives its own prediction
 * @param appearance how the task looks
 * @param perturbations what is done to the network for a second answer; none where there is none
 */
public record SequenceQuestion(int sequence, int freeRunFrom, Appearance appearance, List<Perturbation> perturbations)
        implements Probe<SequenceLook> {
    /** About the sequence that is shown. */
    public static ObservableValue<SequenceQuestion> of(Cues cues) {
        return of(cues, new ReadOnlyObjectWrapper<>(List.of()));
    }

    /** The same, also of the network as it is perturbed. */
    static ObservableValue<SequenceQuestion> of(Cues cues, ObservableValue<List<Perturbation>> perturbations) {
        return Bindings.createObjectBinding(
                () -> new SequenceQuestion(
                        cues.sequenceProperty().get(),
                        cues.freeRunFromProperty().get(),
                        cues.runProperty().get().appearance(),
                        perturbations.getValue()),
                cues.sequenceProperty(),
                cues.freeRunFromProperty(),
                cues.runProperty(),
                perturbations);
    }

    @Override
    public SequenceLook answer(Replica replica) {
        SequenceLook look =
                SequenceLook.of(new SequenceProbe(sequence - 1, freeRunFrom).answer(replica), appearance, freeRunFrom);
        return perturbations.isEmpty()
                ? look
                : look.beside(Portrayal.of(appearance)
                        .depict(replica.run(sequence - 1, freeRunFrom, perturbations), freeRunFrom));
    }
}
