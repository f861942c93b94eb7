/** What a model must beat: predictors that need no network, each a {@link Baseline}. */
@NullMarked
package unroll.engine.baseline;

import org.jspecify.annotations.NullMarked;
