/** How large the error signals are at each time step, now and over the training: {@link FlowView}. */
@NullMarked
package unroll.app.view.flow;

import org.jspecify.annotations.NullMarked;
