/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.view.flow;

import org.jspecify.annotations.NullMarked;
