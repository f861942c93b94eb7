/** Everything that a run is a function of: {@link Experiment}, and what it begins with and costs. */
@NullMarked
package unroll.engine.experiment;

import org.jspecify.annotations.NullMarked;
