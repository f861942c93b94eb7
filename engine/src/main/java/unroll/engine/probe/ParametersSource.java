package unroll.engine.probe;

import unroll.engine.backend.Buffer;

/** Where the parameters that are in training stand now. */
public interface ParametersSource {
    /** The updates that made them. */
    long update();

    /** The flat vector itself, shared: it changes with every update. */
    Buffer theta();
}
