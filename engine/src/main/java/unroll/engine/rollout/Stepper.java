package unroll.engine.rollout;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.GraphState;

/**
 * A network as a map from state and input to the next state and prediction, for B sequences side by side: it can be stepped
 * without end, from any state.
 *
 * <p>It computes with the parameters of its rollout as they are at {@link #start} and {@link #at}. One thread at a time.
 */
public final class Stepper {
    private final Rollout rollout;
    private final Backend backend;
    private final GraphState memory;
    private final Buffer units;

    /** @param rollout over one step more than the network remembers, of which every step does the same */
    public Stepper(Rollout rollout) {
        if (!rollout.graph().stationary()
                || rollout.graph().steps() != rollout.graph().state().steps() + 1) {
            throw new IllegalArgumentException("stepping a network that remembers "
                    + rollout.graph().state().steps()
                    + " steps takes a rollout over one step more in which every step does the"
                    + " same, not one over " + rollout.graph().steps());
        }
        this.rollout = rollout;
        backend = rollout.backend();
        memory = rollout.graph().state();
        units = backend.allocate(rollout.graph().sequences(), rollout.output().width());
    }

    /**
     * What a network carries from one step to the next.
     *
     * @param step which step of the rollout comes next: the number of steps made, at most as many as the network remembers
     * @param carried {@code [B][}{@link Stepper#size}{@code ]}
     */
    public record NetworkState(int step, double[] carried) {}

    /**
     * The result of a step.
     *
     * @param state after it
     * @param prediction values of the output units {@code [B][O]}
     */
    public record Transition(NetworkState state, double[] prediction) {}

    /** Numbers in the state of each sequence. */
    public int size() {
        return memory.size();
    }

    /** The state before the first step: what the network begins with. */
    public NetworkState start() {
        rollout.graph().prepare();
        return new NetworkState(0, new double[rollout.graph().sequences() * size()]);
    }

    /**
     * The state with these numbers.
     *
     * @param carried for each sequence its signals' values at the step before, the one before that, ..., signal after signal, as
     *     {@link Transition#state} has them
     */
    public NetworkState at(double[] carried) {
        if (carried.length != rollout.graph().sequences() * size()) {
            throw new IllegalArgumentException("a state has " + size() + " numbers for each of "
                    + rollout.graph().sequences() + " sequences, not " + carried.length + " in all");
        }
        rollout.graph().prepare();
        return new NetworkState(memory.steps(), carried.clone());
    }

    /**
     * Makes a step.
     *
     * @param input {@code [B][I]}, or {@code [B]} codes of symbols
     */
    public Transition step(NetworkState before, double[] input) {
        int t = before.step();
        memory.write(t, before.carried());
        backend.write(input, 0, rollout.input().value(t, t + 1));
        rollout.input().written(t, t + 1);
        rollout.graph().forward(t, t + 1);
        rollout.prediction(t, units);
        double[] carried = new double[before.carried().length];
        memory.read(t + 1, carried);
        return new Transition(new NetworkState(Math.min(t + 1, memory.steps()), carried), backend.read(units));
    }

    /** The network whose step {@link NetworkState#step} was made last, for its other signals and derivatives. */
    public Rollout rollout() {
        return rollout;
    }
}
