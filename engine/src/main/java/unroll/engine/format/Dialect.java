package unroll.engine.format;

import unroll.engine.table.Separator;

/**
 * How a text is divided into rows and cells.
 *
 * @param separator between cells
 * @param quote round cells that hold a separator
 * @param comment begins a line that is none of the table's; 0 where there are no such lines
 */
record Dialect(Separator separator, char quote, char comment) {}
