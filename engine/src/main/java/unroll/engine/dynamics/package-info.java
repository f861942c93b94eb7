/**
 * How a network moves: a {@link unroll.engine.dynamics.StateMap} takes one state to the next, and each tool asks something of it: where it
 * rests, what it repeats, whether it forgets where it began.
 */
@NullMarked
package unroll.engine.dynamics;

import org.jspecify.annotations.NullMarked;
