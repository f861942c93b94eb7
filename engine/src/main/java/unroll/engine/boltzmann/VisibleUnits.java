package unroll.engine.boltzmann;

import unroll.engine.backend.Activation;
import unroll.engine.loss.Loss;

/** What the visible units of a restricted Boltzmann machine are. */
public enum VisibleUnits {
    /** On or off: {@code P(v_i = 1 | h) = sigmoid(W'h + b)_i} (thesis eq. 2.26). */
    BINARY(Activation.LOGISTIC, Loss.LOGISTIC),
    /** Numbers of unit variance: {@code v_i = (W'h + b)_i + N(0, 1)} given h (thesis eq. 2.33). */
    GAUSSIAN(Activation.LINEAR, Loss.SQUARED);

    private final Activation mean;
    private final Loss loss;

    VisibleUnits(Activation mean, Loss loss) {
        this.mean = mean;
        this.loss = loss;
    }

    /** What makes the mean of a unit given the hidden units from what it receives of them. */
    public Activation mean() {
        return mean;
    }

    /** The loss of a task whose targets are such units. */
    public Loss loss() {
        return loss;
    }
}
