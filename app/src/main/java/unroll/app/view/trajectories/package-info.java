/** Trajectories of the hidden state in its principal plane: {@link unroll.app.view.trajectories.LiveTrajectories}. */
@NullMarked
package unroll.app.view.trajectories;

import org.jspecify.annotations.NullMarked;
