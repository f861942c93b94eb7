/** Parallel coordinates: {@link ParallelChart} draws {@link ParallelData}, lines that cross upright axes at their values. */
@NullMarked
package unroll.app.parallel;

import org.jspecify.annotations.NullMarked;
