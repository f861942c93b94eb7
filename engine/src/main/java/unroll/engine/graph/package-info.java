/**
 * The computational graph of thesis sec. 2.3: a {@link Signal} has a value, a directional value (R) and an adjoint at every
 * time step, and a {@link Graph} of operations between signals sweeps them forward, R-forward and backward.
 */
@NullMarked
package unroll.engine.graph;

import org.jspecify.annotations.NullMarked;
