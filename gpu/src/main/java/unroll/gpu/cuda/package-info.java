/**
 * The engine's operations on an NVIDIA card: {@link CudaBackend} is a {@link KernelDevice}'s memory and kernels, of which the sources
 * are in {@code src/main/cuda}; nothing but {@link JCudaDevice} knows the driver.
 */
@NullMarked
package unroll.gpu.cuda;

import org.jspecify.annotations.NullMarked;
