package unroll.engine.graph;

/** A copy of a signal through which no derivative flows: what is read of it counts as given. */
public final class Detached extends SingleOutput {
    private final Signal x;

    /** @param out given, not differentiable, at the steps of {@code x} */
    public Detached(Signal out, Signal x) {
        super(out);
        if (out.differentiable()) {
            throw new IllegalArgumentException("derivatives would flow through a signal that is to stop them");
        }
        this.x = x;
    }

    @Override
    void values(int from, int to) {
        out().backend().copy(x.value(from, to), out().value(from, to));
    }

    @Override
    void tangents(int from, int to) {}

    @Override
    void adjoints(int from, int to, double structural) {}
}
