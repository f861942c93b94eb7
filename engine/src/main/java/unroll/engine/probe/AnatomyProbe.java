package unroll.engine.probe;

import java.util.List;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.Dissector;
import unroll.engine.perturb.Perturbation;

/**
 * What each unit of the network sums over a test sequence, and its error.
 *
 * @param sequence number of the test sequence, from 0
 * @param perturbations what is done to the network; what cannot be done is left out
 * @param most units of a layer
 */
public record AnatomyProbe(int sequence, List<Perturbation> perturbations, int most) implements Probe<Anatomy> {
    public AnatomyProbe {
        perturbations = List.copyOf(perturbations);
    }

    @Override
    public Anatomy answer(Replica replica) {
        return replica.sweep(sequence, perturbations, (net, wires) -> Dissector.of(net, wires, most));
    }
}
