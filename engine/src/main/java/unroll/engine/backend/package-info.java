/**
 * Where numbers live and are worked on: a {@link Backend} over opaque {@link Buffer}s. {@link ReferenceBackend} defines
 * what every operation means; {@link CpuBackend} is fast.
 */
@NullMarked
package unroll.engine.backend;

import org.jspecify.annotations.NullMarked;
