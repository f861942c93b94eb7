/** Optimisers: an {@link OptimiserSettings} record makes an {@link Optimiser}, which steps on an objective. */
@NullMarked
package unroll.engine.optim;

import org.jspecify.annotations.NullMarked;
