/**
 * Reusable controls that know plain data only: {@link Card} frames a view, {@link RowTable} lists rows, {@link Transport} plays,
 * {@link Numbers} writes numbers for people.
 */
@NullMarked
package unroll.app.control;

import org.jspecify.annotations.NullMarked;
