/** All movements of what a network controls at once: {@link unroll.app.view.movements.LiveMovements}. */
@NullMarked
package unroll.app.view.movements;

import org.jspecify.annotations.NullMarked;
