package unroll.app.view.weights;

import java.util.List;
import unroll.engine.perturb.HeldWeight;

/** Whoever can try other weights. */
public interface WeightHand {
    /** Holds weights at numbers, in place of what held them before. */
    void hold(List<HeldWeight> weights);

    /** Lets a weight be what the network has; the number does not count. */
    void letGo(HeldWeight weight);
}
