/** A network taken apart into units and what each of them sums: {@link unroll.engine.anatomy.Anatomy} of one sequence. */
@NullMarked
package unroll.engine.anatomy;

import org.jspecify.annotations.NullMarked;
