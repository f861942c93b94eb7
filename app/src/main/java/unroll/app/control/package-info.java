/**
 * Reusable controls that know plain data only: {@link Heatmap}, {@link FilmView}, {@link SeriesView} and
 * {@link LossChart} draw, {@link PropertySheet} edits any record of settings, {@link Card} frames them.
 */
@NullMarked
package unroll.app.control;

import org.jspecify.annotations.NullMarked;
