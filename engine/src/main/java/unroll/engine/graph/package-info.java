/**
 * The computational graph of thesis sec. 2.3: a {@link Node} has a value, a directional value (R) and an adjoint, and a
 * {@link Graph} sweeps them forward, R-forward and backward.
 */
@NullMarked
package unroll.engine.graph;

import org.jspecify.annotations.NullMarked;
