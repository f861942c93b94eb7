/** A network that is disturbed, beside itself left alone: {@link unroll.app.view.perturb.PerturbCard}. */
@NullMarked
package unroll.app.view.perturb;

import org.jspecify.annotations.NullMarked;
