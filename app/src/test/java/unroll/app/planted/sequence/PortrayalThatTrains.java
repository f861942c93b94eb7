package unroll.app.planted.sequence;

import unroll.engine.run.State;

/** Stands for a portrayal that knows the run whose sequences it shows. */
public final class PortrayalThatTrains {
    String caption(State state) {
        return state.name();
    }
}
