/** The hidden units one by one, what each does and what it follows: {@link unroll.app.view.units.LiveUnits}. */
@NullMarked
package unroll.app.view.units;

import org.jspecify.annotations.NullMarked;
