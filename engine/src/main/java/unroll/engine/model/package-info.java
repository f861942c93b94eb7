/**
 * Architectures as graphs over named parameters: a {@link ModelSettings} record makes a {@link Model}, which adds its signals and
 * operations to a graph.
 */
@NullMarked
package unroll.engine.model;

import org.jspecify.annotations.NullMarked;
