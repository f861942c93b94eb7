package unroll.app.view.netview;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import unroll.app.view.Cues;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.AnatomyProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks what each unit sums over a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 * @param perturbations what is done to the network
 * @param most units of a layer
 */
public record NetworkProbe(int sequence, List<Perturbation> perturbations, int most) implements Probe<NetworkLook> {
    /** More circles in a layer cannot be told apart. */
    static final int CIRCLES = 24;

    /** About the sequence that is shown. */
    public static ObservableValue<NetworkProbe> of(
            Cues cues, ObservableValue<List<Perturbation>> perturbations, int most) {
        return Bindings.createObjectBinding(
                () -> new NetworkProbe(cues.sequenceProperty().get() - 1, perturbations.getValue(), most),
                cues.sequenceProperty(),
                perturbations);
    }

    @Override
    public NetworkLook answer(Replica replica) {
        return new NetworkLook(replica.update(), new AnatomyProbe(sequence, perturbations, most).answer(replica));
    }
}
