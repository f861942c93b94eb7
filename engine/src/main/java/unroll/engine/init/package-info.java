/** First values of the parameters: {@link InitialisationSettings}. */
@NullMarked
package unroll.engine.init;

import org.jspecify.annotations.NullMarked;
