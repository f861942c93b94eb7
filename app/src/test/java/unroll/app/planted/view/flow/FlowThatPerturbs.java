package unroll.app.planted.view.flow;

import unroll.app.view.perturb.PerturbModel;

/** Stands for a live view that knows another one. */
public final class FlowThatPerturbs {
    boolean seen(PerturbModel other) {
        return other.heldWeights().getValue().isEmpty();
    }
}
