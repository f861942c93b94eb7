/** The workbench: {@code Unroll} opens the window, or trains in the terminal where there is no display. */
@NullMarked
package unroll.app;

import org.jspecify.annotations.NullMarked;
