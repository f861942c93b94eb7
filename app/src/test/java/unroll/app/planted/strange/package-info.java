/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.strange;

import org.jspecify.annotations.NullMarked;
