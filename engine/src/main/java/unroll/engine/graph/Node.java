package unroll.engine.graph;

import unroll.engine.backend.Buffer;

/**
 * A quantity of the computation with its directional value {@code R} and its adjoint {@code dL/d}, all of one shape
 * (thesis sec. 2.3).
 */
public abstract class Node {
    private final Buffer value;
    private final Buffer tangent;
    private final Buffer adjoint;
    private boolean claimed;

    Node(Buffer value, Buffer tangent, Buffer adjoint) {
        this.value = value;
        this.tangent = tangent;
        this.adjoint = adjoint;
    }

    public final Buffer value() {
        return value;
    }

    /** The directional derivative of the value, after {@link Graph#push}. */
    public final Buffer tangent() {
        return tangent;
    }

    /** The derivative of the loss with respect to the value, after {@link Graph#pull}. */
    public final Buffer adjoint() {
        return adjoint;
    }

    /** Whether derivatives flow through it; false for given numbers. */
    public boolean differentiable() {
        return true;
    }

    /**
     * Announces a contribution to the adjoint: 0 for the first of a sweep, which overwrites what an earlier sweep left,
     * and 1 for those after it.
     */
    double claim() {
        double beta = claimed ? 1 : 0;
        claimed = true;
        return beta;
    }

    final boolean claimed() {
        return claimed;
    }

    final void release() {
        claimed = false;
    }
}
