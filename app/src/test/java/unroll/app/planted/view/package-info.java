/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.view;

import org.jspecify.annotations.NullMarked;
