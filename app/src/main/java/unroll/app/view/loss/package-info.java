/** How far a run has come: {@link unroll.app.view.loss.Progress} is what is drawn, {@link unroll.app.view.loss.LiveLoss} the view. */
@NullMarked
package unroll.app.view.loss;

import org.jspecify.annotations.NullMarked;
