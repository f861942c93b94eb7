/**
 * Files that hold tables, each kind divided into cells by a {@link unroll.engine.format.TableFormat}; {@link unroll.engine.format.Tables}
 * reads all of them.
 */
@NullMarked
package unroll.engine.format;

import org.jspecify.annotations.NullMarked;
