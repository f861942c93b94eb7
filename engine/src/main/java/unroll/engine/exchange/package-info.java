/**
 * Trained networks on their way to other programs and back: {@link Export} writes a network as a file of safetensors with
 * names of its own or of PyTorch, or as an ONNX model; {@link WeightsFile} reads what it is to begin with.
 */
@NullMarked
package unroll.engine.exchange;

import org.jspecify.annotations.NullMarked;
