/**
 * Files that other tools read: a {@link Tensor} by name in {@link Safetensors}, each file replaced whole by
 * {@link AtomicFile}.
 */
@NullMarked
package unroll.engine.file;

import org.jspecify.annotations.NullMarked;
