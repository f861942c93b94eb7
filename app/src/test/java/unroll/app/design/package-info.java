/** The drawing of a network, tried by itself. */
@NullMarked
package unroll.app.design;

import org.jspecify.annotations.NullMarked;
