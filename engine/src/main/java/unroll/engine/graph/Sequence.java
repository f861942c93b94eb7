package unroll.engine.graph;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/**
 * A node with a row of numbers for each time step of each sequence: {@code [T][B][width]}, row {@code t B + b}.
 */
public abstract class Sequence extends Node {
    private final int steps;
    private final int sequences;

    /** Room for the three quantities on a backend. */
    Sequence(Backend backend, int steps, int sequences, int width) {
        super(
                backend.allocate(steps * sequences, width),
                backend.allocate(steps * sequences, width),
                backend.allocate(steps * sequences, width));
        this.steps = steps;
        this.sequences = sequences;
    }

    public final int steps() {
        return steps;
    }

    public final int sequences() {
        return sequences;
    }

    public final int width() {
        return value().columns();
    }

    /** Computes the values of time steps {@code from} to {@code to - 1} from those of the nodes before it. */
    abstract void forward(int from, int to);

    /** Computes the directional values of all steps from those of the nodes before it: the R-forward sweep. */
    abstract void push();

    /**
     * Adds what the adjoint contributes to the adjoints of the nodes before it: the backward sweep.
     *
     * @param structural weight of the structural damping term at hidden units (thesis eq. 4.7), 0 for a gradient
     */
    abstract void pull(double structural);

    /** The rows of some time steps; all of them is the buffer itself, so that a whole sweep allocates nothing. */
    final Buffer part(Buffer rows, int from, int to) {
        return from == 0 && to == steps() ? rows : rows.rows(from * sequences(), (to - from) * sequences());
    }
}
