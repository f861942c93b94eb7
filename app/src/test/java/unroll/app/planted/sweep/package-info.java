/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.sweep;

import org.jspecify.annotations.NullMarked;
