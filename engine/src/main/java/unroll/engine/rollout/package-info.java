/** A network over sequences: a {@link Rollout} sweeps it over a batch, a {@link Stepper} makes one step after the other. */
@NullMarked
package unroll.engine.rollout;

import org.jspecify.annotations.NullMarked;
