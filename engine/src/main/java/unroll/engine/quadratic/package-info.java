/**
 * What first-order methods do on a quadratic function: a {@link Path} is where one of the optimisers went, a {@link Mode} what
 * theory says of one eigen-direction.
 */
@NullMarked
package unroll.engine.quadratic;

import org.jspecify.annotations.NullMarked;
