package unroll.engine.model;

import unroll.engine.backend.Backend;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Input;
import unroll.engine.graph.Sequence;

/** An architecture: named parameters, and how they are wired over the time steps of a batch. */
public interface Model {
    /** Its parameters in the flat vector. */
    Layout layout();

    /** Adds its nodes to {@code graph}, after {@code input}. */
    Wiring wire(Backend backend, Graph graph, Parameters parameters, Input input);

    /**
     * The nodes that others ask for.
     *
     * @param hidden hidden states {@code [T][B][H]}
     * @param output pre-activation of the output units {@code [T][B][O]}
     */
    record Wiring(Sequence hidden, Sequence output) {}
}
