package unroll.app.view.sequence;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import unroll.app.view.Cues;
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
 */
public record SequenceQuestion(int sequence, int freeRunFrom, Appearance appearance) implements Probe<SequenceLook> {
    /** About the sequence that is shown. */
    public static ObservableValue<SequenceQuestion> of(Cues cues) {
        return Bindings.createObjectBinding(
                () -> new SequenceQuestion(
                        cues.sequenceProperty().get(),
                        cues.freeRunFromProperty().get(),
                        cues.runProperty().get().appearance()),
                cues.sequenceProperty(),
                cues.freeRunFromProperty(),
                cues.runProperty());
    }

    @Override
    public SequenceLook answer(Replica replica) {
        return SequenceLook.of(new SequenceProbe(sequence - 1, freeRunFrom).answer(replica), appearance, freeRunFrom);
    }
}
