/** Many runs in the window: {@link SweepController} drives the queue that {@link SweepView} shows, {@link SweepPictures} draws files. */
@NullMarked
package unroll.app.sweep;

import org.jspecify.annotations.NullMarked;
