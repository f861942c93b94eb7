package unroll.engine.objective;

import unroll.engine.backend.Buffer;

/**
 * The function that a surface's gradient descends. Not every gradient has one: contrastive divergence (Hinton 2002) is the gradient
 * of no function, and then nothing can be said of a step but where it leads.
 */
@FunctionalInterface
public interface LossFunction {
    /** The loss at {@code theta}: the mean over sequences of the weighted sum over time, in nats. */
    double at(Buffer theta);
}
