/** The same experiments with no window: {@link TrainCommand} and its sisters, with a progress bar. */
@NullMarked
package unroll.engine.cli;

import org.jspecify.annotations.NullMarked;
