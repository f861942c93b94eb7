/** Faults planted for the architecture rules to find. */
@NullMarked
package unroll.app.planted.shell;

import org.jspecify.annotations.NullMarked;
