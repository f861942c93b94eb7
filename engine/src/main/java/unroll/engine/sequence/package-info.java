/** Sequences side by side, and what judges predictions of them: {@link Batch}, {@link Metric}. */
@NullMarked
package unroll.engine.sequence;

import org.jspecify.annotations.NullMarked;
