/** Where task, model and criterion meet: a {@link unroll.engine.problem.Predictor} makes every network, a {@link unroll.engine.problem.Problem} is what it has to learn. */
@NullMarked
package unroll.engine.problem;

import org.jspecify.annotations.NullMarked;
