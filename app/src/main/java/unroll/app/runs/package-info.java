/** All runs in the window: {@link RunsController} reads and keeps them, {@link RunsView} shows their table, curves and notes. */
@NullMarked
package unroll.app.runs;

import org.jspecify.annotations.NullMarked;
