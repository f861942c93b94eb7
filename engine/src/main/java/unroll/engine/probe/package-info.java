/** Questions about a network while it trains: a {@link Probe} is answered by a {@link Replica}. */
@NullMarked
package unroll.engine.probe;

import org.jspecify.annotations.NullMarked;
