/** Many runs that differ in a few settings: a {@link Sweep} names them, a {@link SweepQueue} runs them, a {@link Report} shows their results. */
@NullMarked
package unroll.engine.sweep;

import org.jspecify.annotations.NullMarked;
