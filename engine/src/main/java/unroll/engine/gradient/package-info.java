/**
 * How the gradient of unrolled sequences is found: a {@link GradientSettings} record makes a {@link GradientMethod}, in full,
 * truncated, or forwards in time.
 */
@NullMarked
package unroll.engine.gradient;

import org.jspecify.annotations.NullMarked;
