package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/**
 * The function that a surface's gradient descends. Not every gradient has one: contrastive divergence (Hinton 2002) is the gradient
 * of no function, and then two steps cannot be compared by their losses.
 */
@FunctionalInterface
public interface LossFunction {
    /** The loss at {@code theta}: the mean over sequences of the weighted sum over time, in nats. */
    double at(Buffer theta);
}
