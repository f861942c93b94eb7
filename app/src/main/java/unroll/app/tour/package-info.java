/** The guided tour: {@link Tour} goes from step to step, {@link TourView} points at what each is about. */
@NullMarked
package unroll.app.tour;

import org.jspecify.annotations.NullMarked;
