package unroll.engine.graph;

import unroll.engine.backend.Backend;

/** Numbers that are given: nothing is computed and no derivative flows. */
public final class Input extends Sequence {
    /** Room for a batch's inputs. */
    public Input(Backend backend, int steps, int sequences, int width) {
        super(backend, steps, sequences, width);
    }

    @Override
    public boolean differentiable() {
        return false;
    }

    @Override
    void forward(int from, int to) {}

    @Override
    void push() {}

    @Override
    void pull(double structural) {}
}
