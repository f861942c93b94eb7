/** What trained matrices and hidden states are like: {@link Eigenvalues} and {@link PrincipalAxes}. */
@NullMarked
package unroll.engine.analysis;

import org.jspecify.annotations.NullMarked;
