/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.sequence;

import org.jspecify.annotations.NullMarked;
