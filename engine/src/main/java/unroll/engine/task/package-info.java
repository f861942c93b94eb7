/**
 * Tasks as pure functions of a seed: a {@link Task} draws sequences into a batch and scores predictions; its
 * settings are a {@link TaskSettings} record.
 */
@NullMarked
package unroll.engine.task;

import org.jspecify.annotations.NullMarked;
