/**
 * The screen on which a network is trained and watched: {@link TrainingModel} is what it shows, {@link TrainingView} its
 * layout, {@link TrainingController} drives the trainer.
 */
@NullMarked
package unroll.app.training;

import org.jspecify.annotations.NullMarked;
