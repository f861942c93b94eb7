package unroll.engine.model;

import java.util.Optional;
import unroll.engine.boltzmann.VisibleUnits;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Parameter;
import unroll.engine.graph.Signal;

/** An architecture: named parameters, and how they are wired over the time steps of a batch. */
public interface Model {
    /** Its parameters in the flat vector. */
    Layout layout();

    /**
     * The same model of which only some parameters are trained.
     *
     * @param names "all", "none", or names of parameters or of a gate's part of one, with commas between them
     * @throws unroll.engine.setting.SettingsException where it has no such parameter, or never trains it
     */
    default Model training(String names) {
        return PartlyTrained.of(this, names);
    }

    /** The same model of which all parameters are trained that it trains by itself; they lie where these do. */
    default Model trainingAll() {
        return this;
    }

    /** What the visible units of the Boltzmann machines are of which it has one at each step; most models have none. */
    default Optional<VisibleUnits> machines() {
        return Optional.empty();
    }

    /** Whether a share of the inputs may be dropped before it receives them. */
    default boolean dropsInputs() {
        return true;
    }

    /** The same network with derivatives through all of its states, also those that count as given while it is trained. */
    default Model withAllDerivatives() {
        return this;
    }

    /**
     * Adds its signals and operations to {@code graph}, which read the inputs {@code v}. Connections from layer to layer and to
     * the output go through {@link Graph#dropped}; the inputs have done so already if it {@link #dropsInputs}, and connections from step to step never do.
     */
    Wiring wire(Graph graph, Parameters parameters, Signal v);

    /**
     * The signals of a network that are used outside it.
     *
     * @param hidden hidden states {@code [T][B][H]}
     * @param output pre-activation of the output units {@code [T][B][O]}, perhaps from some step on only
     * @param recurrent where the hidden units receive their own states, if that is in one place
     * @param criterion makes what judges the network, where the model brings it; else it is judged by the loss of its task
     */
    record Wiring(Signal hidden, Signal output, Optional<Recurrent> recurrent, Optional<Criterion.Maker> criterion) {
        /** Of a network that is judged by the loss of its task. */
        public Wiring(Signal hidden, Signal output, Optional<Recurrent> recurrent) {
            this(hidden, output, recurrent, Optional.empty());
        }

        /** Of one whose states lead back to themselves nowhere or in several places. */
        public Wiring(Signal hidden, Signal output) {
            this(hidden, output, Optional.empty());
        }
    }

    /**
     * Hidden units that receive their own states of the step before: {@code h = f(drive)} with {@code W before} in the drive.
     *
     * @param before the states of the step before
     * @param weight W_hh
     * @param drive what the units receive
     */
    record Recurrent(Signal before, Parameter weight, Signal drive) {}
}
