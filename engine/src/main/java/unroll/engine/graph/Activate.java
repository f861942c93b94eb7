package unroll.engine.graph;

import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;

/** Hidden units: a non-linearity element by element, {@code h = f(u)}, where structural damping acts. */
public final class Activate extends SingleOutput {
    private final Backend backend;
    private final Activation activation;
    private final Signal u;

    /** {@code h = f(u)}. */
    public Activate(Signal h, Activation f, Signal u) {
        super(h);
        backend = h.backend();
        activation = f;
        this.u = u;
    }

    /** The units' values. */
    public Signal units() {
        return out();
    }

    public Activation activation() {
        return activation;
    }

    /** What they are computed from. */
    public Signal drive() {
        return u;
    }

    @Override
    void values(int from, int to) {
        backend.activate(activation, u.value(from, to), out().value(from, to));
    }

    @Override
    void tangents(int from, int to) {
        backend.timesSlope(activation, out().value(from, to), u.tangent(from, to), 0, out().tangent(from, to));
    }

    @Override
    void adjoints(int from, int to, double structural) {
        out().settle(from, to);
        double beta = u.claim(from, to);
        backend.timesSlope(activation, out().value(from, to), out().adjoint(from, to), beta, u.adjoint(from, to));
        if (structural != 0) {
            // the matching distance of every activation has the curvature f'(u), and f'(u) Ru is the tangent
            backend.addScaled(structural, out().tangent(from, to), u.adjoint(from, to));
        }
    }
}
