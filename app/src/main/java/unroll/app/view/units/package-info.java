/** The hidden units one by one, what each does and what it follows: {@link unroll.app.view.units.UnitsCard}. */
@NullMarked
package unroll.app.view.units;

import org.jspecify.annotations.NullMarked;
