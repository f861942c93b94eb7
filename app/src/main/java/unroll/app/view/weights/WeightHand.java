package unroll.app.view.weights;

import unroll.engine.perturb.HeldWeight;

/** Whoever can try other weights. */
public interface WeightHand {
    /** Holds a weight at a number, in place of what held it before. */
    void hold(HeldWeight weight);

    /** Lets a weight be what the network has; the number does not count. */
    void letGo(HeldWeight weight);
}
