/** Axes of plots with round numbers on them. */
@NullMarked
package unroll.engine.plot;

import org.jspecify.annotations.NullMarked;
