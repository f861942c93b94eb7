/** The states of a network as a plane in which they move: {@link unroll.app.view.phase.LivePhase}. */
@NullMarked
package unroll.app.view.phase;

import org.jspecify.annotations.NullMarked;
