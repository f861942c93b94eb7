/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.sequence;

import org.jspecify.annotations.NullMarked;
