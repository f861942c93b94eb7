/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.parallel;

import org.jspecify.annotations.NullMarked;
