/** Classes that break a rule on purpose, so that the rule is seen to fire. */
@NullMarked
package unroll.engine.planted.strange;

import org.jspecify.annotations.NullMarked;
