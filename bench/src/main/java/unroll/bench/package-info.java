/** Benchmarks with the peer in the same run: {@link GradientTable} prints ours beside libtorch's. */
@NullMarked
package unroll.bench;

import org.jspecify.annotations.NullMarked;
