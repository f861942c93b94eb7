/** First values of the parameters: {@link InitialisationSettings} draws them, {@link ImpliedSpectra} shows what they imply. */
@NullMarked
package unroll.engine.init;

import org.jspecify.annotations.NullMarked;
