/**
 * Tables of people's own: a file is divided into cells ({@link unroll.engine.table.CellSource}), and what they mean is found by looking at
 * them ({@link unroll.engine.table.TableReader}); the result is a {@link unroll.engine.table.Table}.
 */
@NullMarked
package unroll.engine.table;

import org.jspecify.annotations.NullMarked;
