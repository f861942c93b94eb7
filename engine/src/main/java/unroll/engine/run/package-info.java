/**
 * From an {@link Experiment} to a trained network: {@link Training} makes the updates, {@link Trainer} runs it on a
 * thread of its own, {@link RunFolder} keeps what came of it.
 */
@NullMarked
package unroll.engine.run;

import org.jspecify.annotations.NullMarked;
