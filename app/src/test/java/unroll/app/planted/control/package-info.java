/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.control;

import org.jspecify.annotations.NullMarked;
