/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.sheet;

import org.jspecify.annotations.NullMarked;
