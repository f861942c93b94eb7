/** The race screen: the same experiment with several optimisers, side by side. */
@NullMarked
package unroll.app.compare;

import org.jspecify.annotations.NullMarked;
