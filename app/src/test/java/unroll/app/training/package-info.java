/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.training;

import org.jspecify.annotations.NullMarked;
