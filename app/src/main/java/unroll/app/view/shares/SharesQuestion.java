package unroll.app.view.shares;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import unroll.app.view.Cues;
import unroll.app.view.WeightPlace;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;
import unroll.engine.probe.SharesProbe;

/**
 * Asks what a weight's uses contribute to its gradient.
 *
 * @param sequence number of the test sequence, from 0
 * @param perturbations what is done to the network
 * @param weight which one
 */
record SharesQuestion(int sequence, List<Perturbation> perturbations, WeightPlace weight) implements Probe<SharesLook> {
    /** About the sequence that is shown and the weight that is chosen. */
    static ObservableValue<SharesQuestion> of(Cues cues, ObservableValue<List<Perturbation>> perturbations) {
        return Bindings.createObjectBinding(
                () -> new SharesQuestion(
                        cues.sequenceProperty().get() - 1,
                        perturbations.getValue(),
                        cues.weightProperty().get()),
                cues.sequenceProperty(),
                perturbations,
                cues.weightProperty());
    }

    @Override
    public SharesLook answer(Replica replica) {
        SharesProbe.Answer answer =
                new SharesProbe(sequence, perturbations, weight.part(), weight.row(), weight.column()).answer(replica);
        return new SharesLook(replica.update(), answer.slots(), answer.shares());
    }
}
