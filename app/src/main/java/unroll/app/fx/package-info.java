/**
 * The only bridge between threads: {@link FxThread} is the door to the JavaFX thread, {@link Latest} the one slot in
 * which values pass it.
 */
@NullMarked
package unroll.app.fx;

import org.jspecify.annotations.NullMarked;
