/**
 * The screen on which a network is trained and watched: {@link RunNews} is what is known of the run, {@link LiveViews}
 * what is seen of it, {@link TrainingView} the layout; {@link TrainingController} drives the trainer.
 */
@NullMarked
package unroll.app.training;

import org.jspecify.annotations.NullMarked;
