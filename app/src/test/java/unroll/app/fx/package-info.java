/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.fx;

import org.jspecify.annotations.NullMarked;
