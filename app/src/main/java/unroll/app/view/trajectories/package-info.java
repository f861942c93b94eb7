/** Ways of the hidden state in its principal plane: {@link unroll.app.view.trajectories.TrajectoriesCard}. */
@NullMarked
package unroll.app.view.trajectories;

import org.jspecify.annotations.NullMarked;
