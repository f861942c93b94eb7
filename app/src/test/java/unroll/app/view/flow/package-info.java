/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.view.flow;

import org.jspecify.annotations.NullMarked;
