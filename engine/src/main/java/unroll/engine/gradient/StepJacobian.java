package unroll.engine.gradient;

import java.util.List;
import java.util.function.IntConsumer;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Graph;
import unroll.engine.graph.Signal;
import unroll.engine.rollout.Rollout;

/**
 * The recurrent state {@code s_t} of one sequence as one vector of n numbers, and its derivatives from one step to the next,
 * found by pulling one unit vector after the other through a single step.
 */
public final class StepJacobian {
    private final Rollout rollout;
    private final Backend backend;
    private final Graph graph;
    private final List<Signal> states;
    private final int[] offsets;
    private final int lags;

    /** Of a network over a single sequence. */
    public StepJacobian(Rollout rollout) {
        if (rollout.graph().sequences() != 1) {
            throw new IllegalArgumentException("the Jacobian of a step is that of one sequence, not of "
                    + rollout.graph().sequences());
        }
        this.rollout = rollout;
        backend = rollout.backend();
        graph = rollout.graph();
        states = graph.states();
        lags = graph.lags();
        offsets = new int[states.size() + 1];
        for (int i = 0; i < states.size(); i++) {
            offsets[i + 1] = offsets[i] + states.get(i).width();
        }
    }

    /** Numbers in the state, n. */
    public int size() {
        return offsets[states.size()];
    }

    /** How many earlier states a state depends on directly. */
    public int lags() {
        return lags;
    }

    /** Takes row i of a matrix. */
    public interface RowConsumer {
        void take(int i, double[] row);
    }

    /**
     * The derivatives of {@code s_t} after a forward sweep, row by row: element i by the parameters and, for each lag, by
     * {@code s_t-lag}.
     *
     * @param byParameters takes each row of n x P
     * @param byState for lags 1, 2, ... takes each row of n x n
     */
    public void rows(int t, RowConsumer byParameters, List<? extends RowConsumer> byState) {
        pullEach(t, i -> {
            byParameters.take(i, backend.read(rollout.parameters().gradient()));
            passAdjoints(t, i, byState);
        });
    }

    /** The same by the states alone, without reading the larger part. */
    public void rows(int t, List<? extends RowConsumer> byState) {
        pullEach(t, i -> passAdjoints(t, i, byState));
    }

    /** The derivatives of the loss at step {@code t} as one row, from the adjoints that its value left in the seeded signals. */
    public void loss(int t, RowConsumer byParameters, List<? extends RowConsumer> byState) {
        pull(t, rollout.seeded());
        byParameters.take(0, backend.read(rollout.parameters().gradient()));
        passAdjoints(t, 0, byState);
    }

    /** Pulls a unit vector for each element of the state that exists at a step; {@code pulled} takes the index of each. */
    private void pullEach(int t, IntConsumer pulled) {
        for (int k = 0; k < states.size(); k++) {
            if (t >= states.get(k).begin() && t < states.get(k).end()) {
                for (int j = 0; j < states.get(k).width(); j++) {
                    seed(t, k, j);
                    pull(t, states);
                    pulled.accept(offsets[k] + j);
                }
            }
        }
    }

    private void seed(int t, int signal, int element) {
        for (int k = 0; k < states.size(); k++) {
            Signal state = states.get(k);
            if (t >= state.begin() && t < state.end()) {
                Buffer adjoint = state.adjoint(t, t + 1);
                backend.fill(0, adjoint);
                if (k == signal) {
                    backend.fill(1, adjoint.window(element, 1, 1));
                }
            }
        }
    }

    private void pull(int t, List<Signal> seeded) {
        backend.fill(0, rollout.parameters().gradient());
        graph.pullStep(t, seeded);
    }

    private void passAdjoints(int t, int i, List<? extends RowConsumer> byState) {
        for (int lag = 1; lag <= byState.size(); lag++) {
            byState.get(lag - 1).take(i, adjoints(t - lag));
        }
    }

    /** The adjoints of the states at a step, 0 where a state does not exist then. */
    private double[] adjoints(int t) {
        double[] all = new double[size()];
        for (int k = 0; k < states.size(); k++) {
            Signal state = states.get(k);
            if (t >= state.begin() && t < state.end()) {
                backend.read(state.adjoint(t, t + 1), all, offsets[k]);
            }
        }
        return all;
    }
}
