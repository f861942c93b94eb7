/** What is minimised: an {@link Objective} is a sum over sequences, and so {@link ShardedObjective} shares it out. */
@NullMarked
package unroll.engine.objective;

import org.jspecify.annotations.NullMarked;
