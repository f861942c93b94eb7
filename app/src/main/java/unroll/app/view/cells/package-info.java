/** Gates and memories of gated cells, and the units of every layer, over time: {@link unroll.app.view.cells.LiveCells}. */
@NullMarked
package unroll.app.view.cells;

import org.jspecify.annotations.NullMarked;
