/** Classes that break a rule on purpose, so that the rule is seen to fire. */
@NullMarked
package unroll.engine.planted.run;

import org.jspecify.annotations.NullMarked;
