/**
 * Series of people's own: what the columns of tables are for ({@link unroll.engine.series.ColumnSettings}), and the sequences that
 * come of them, to learn from and to test on ({@link unroll.engine.series.SeriesSplit}).
 */
@NullMarked
package unroll.engine.series;

import org.jspecify.annotations.NullMarked;
