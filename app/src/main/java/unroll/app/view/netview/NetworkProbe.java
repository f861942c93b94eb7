package unroll.app.view.netview;

import java.util.List;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.AnatomyProbe;
import unroll.engine.probe.Probe;
import unroll.engine.probe.Replica;

/**
 * Asks what each unit sums over a test sequence.
 *
 * @param sequence number of the test sequence, from 0
 * @param perturbations what is done to the network
 */
record NetworkProbe(int sequence, List<Perturbation> perturbations) implements Probe<NetworkLook> {
    /** Units of a layer; more circles cannot be told apart. */
    static final int MOST = 24;

    @Override
    public NetworkLook answer(Replica replica) {
        return new NetworkLook(replica.update(), new AnatomyProbe(sequence, perturbations, MOST).answer(replica));
    }
}
