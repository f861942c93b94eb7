package unroll.engine.model;

import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;

/** An architecture: named parameters, and how they are wired over the time steps of a batch. */
public interface Model {
    /** Its parameters in the flat vector. */
    Layout layout();

    /** Adds its signals and operations to {@code graph}, which read the inputs {@code v}. */
    Wiring wire(Graph graph, Parameters parameters, Signal v);

    /**
     * The signals that others ask for.
     *
     * @param hidden hidden states {@code [T][B][H]}
     * @param output pre-activation of the output units {@code [T][B][O]}, perhaps from some step on only
     */
    record Wiring(Signal hidden, Signal output) {}
}
