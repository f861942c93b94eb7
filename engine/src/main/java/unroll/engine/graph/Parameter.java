package unroll.engine.graph;

import unroll.engine.backend.Buffer;

/**
 * A matrix of weights or a row of biases: windows of the flat parameter vector, of the direction and of the gradient. The
 * gradient is zero before a sweep, and every contribution adds to it.
 */
public final class Parameter extends Node {
    /** A parameter over windows of the same shape. */
    public Parameter(Buffer value, Buffer direction, Buffer gradient) {
        super(value, direction, gradient);
    }

    @Override
    double claim() {
        return 1;
    }
}
