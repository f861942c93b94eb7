/** Random numbers that are a function of a seed and a place, not of what was drawn before: {@link Philox}. */
@NullMarked
package unroll.engine.random;

import org.jspecify.annotations.NullMarked;
