/** The eigenvalues of a recurrent matrix beside the unit circle: {@link unroll.app.view.spectrum.SpectrumCard}. */
@NullMarked
package unroll.app.view.spectrum;

import org.jspecify.annotations.NullMarked;
