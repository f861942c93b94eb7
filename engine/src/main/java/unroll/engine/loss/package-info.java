/** Losses that match their output units, so that the Gauss-Newton matrix is positive semi-definite: {@link Loss}. */
@NullMarked
package unroll.engine.loss;

import org.jspecify.annotations.NullMarked;
