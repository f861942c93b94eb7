/**
 * What becomes of a network that is disturbed while it runs over a sequence: {@link unroll.engine.perturb.Perturbation}s and the
 * {@link unroll.engine.perturb.Response} to them.
 */
@NullMarked
package unroll.engine.perturb;

import org.jspecify.annotations.NullMarked;
