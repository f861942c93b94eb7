package unroll.app.view.weights;

import java.util.List;
import unroll.engine.perturb.HeldWeight;

/** Tries other weights in place of the network's. */
public interface WeightHand {
    /** Holds weights at numbers, in place of what held them before. */
    void hold(List<HeldWeight> weights);

    /** Goes back to the weight that the network has; the number does not count. */
    void letGo(HeldWeight weight);
}
