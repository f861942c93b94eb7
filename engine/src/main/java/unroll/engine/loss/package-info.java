/**
 * Losses that match their output units, so that the Gauss-Newton matrix is positive semi-definite: {@link Loss}; and one for label
 * strings whose alignment is not known: {@link Ctc}.
 */
@NullMarked
package unroll.engine.loss;

import org.jspecify.annotations.NullMarked;
