package unroll.engine.graph;

import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** A non-linearity element by element: {@code h = f(u)}. */
public final class Activate extends Sequence {
    private final Backend backend;
    private final Activation activation;
    private final Sequence input;
    private final Buffer zero;

    /** The node over {@code input}. */
    public Activate(Backend backend, Activation activation, Sequence input) {
        super(backend, input.steps(), input.sequences(), input.width());
        this.backend = backend;
        this.activation = activation;
        this.input = input;
        zero = backend.allocate(input.value().rows(), input.width());
    }

    @Override
    void forward(int from, int to) {
        backend.activate(activation, part(input.value(), from, to), part(zero, from, to), part(value(), from, to));
    }

    @Override
    void push() {
        backend.timesSlope(activation, value(), input.tangent(), tangent());
    }

    @Override
    void pull(double structural) {
        if (input.claim() != 0) {
            throw new IllegalStateException("what a non-linearity reads feeds nothing else");
        }
        backend.timesSlope(activation, value(), adjoint(), input.adjoint());
        if (structural != 0) {
            backend.addScaled(structural, tangent(), input.adjoint());
        }
    }
}
