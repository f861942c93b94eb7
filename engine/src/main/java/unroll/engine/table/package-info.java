/**
 * Tables of people's own: what the cells of a {@link unroll.engine.table.CellSource} mean is found by looking at them
 * ({@link unroll.engine.table.TableReader}); the result is a {@link unroll.engine.table.Table}.
 */
@NullMarked
package unroll.engine.table;

import org.jspecify.annotations.NullMarked;
