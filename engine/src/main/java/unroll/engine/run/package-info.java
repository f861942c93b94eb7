/** From an experiment to a trained network: {@link Training} makes the updates, {@link Trainer} runs it on a thread of its own. */
@NullMarked
package unroll.engine.run;

import org.jspecify.annotations.NullMarked;
