/** Where task, model and criterion meet: a {@link Problem} makes every network. */
@NullMarked
package unroll.engine.problem;

import org.jspecify.annotations.NullMarked;
