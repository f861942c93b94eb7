/** Tests of the window as a person uses it. */
@NullMarked
package unroll.app.view.spectrum;

import org.jspecify.annotations.NullMarked;
