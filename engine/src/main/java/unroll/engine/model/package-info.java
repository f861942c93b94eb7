/**
 * Architectures as graphs over named parameters: a {@link ModelSettings} record makes a {@link Model}, which is
 * {@link Unrolled} over a batch.
 */
@NullMarked
package unroll.engine.model;

import org.jspecify.annotations.NullMarked;
