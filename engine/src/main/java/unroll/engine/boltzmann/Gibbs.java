package unroll.engine.boltzmann;

import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.random.RowStreams;

/**
 * The conditional distributions of restricted Boltzmann machines side by side, one in each row: all have the weights W, each its own
 * biases (thesis eq. 2.26 and 2.27). No method but the constructor allocates. One thread at a time.
 */
public final class Gibbs {
    private final Backend backend;
    private final VisibleUnits units;
    private final Buffer weights;
    private final Buffer transposed;

    /** @param weights W, hidden units x visible units, read anew at each {@link #prepare} */
    public Gibbs(Backend backend, VisibleUnits units, Buffer weights) {
        this.backend = backend;
        this.units = units;
        this.weights = weights;
        transposed = backend.allocate(/* rows= */ weights.columns(), /* columns= */ weights.rows());
    }

    /** Takes the weights as they are now. */
    public void prepare() {
        backend.transpose(weights, transposed);
    }

    /** What the hidden units receive: {@code u = W v + b}, b being a row of biases for each row of v. */
    public void drive(Buffer v, Buffer hiddenBias, Buffer u) {
        backend.copy(hiddenBias, u);
        backend.product(v, false, transposed, false, 1, u);
    }

    /** The chances of the hidden units to be on, given the visible ones. */
    public void hiddenMean(Buffer v, Buffer hiddenBias, Buffer h) {
        drive(v, hiddenBias, h);
        backend.activate(Activation.LOGISTIC, h, h);
    }

    /** The means of the visible units, given the hidden ones. */
    public void visibleMean(Buffer h, Buffer visibleBias, Buffer v) {
        backend.copy(visibleBias, v);
        backend.product(h, false, weights, false, 1, v);
        backend.activate(units.mean(), v, v);
    }

    /** Draws hidden units by their chances. */
    public void drawHidden(Buffer h, RowStreams streams) {
        backend.bernoulli(h, streams, h);
    }

    /** Draws visible units around their means; {@code v} may be {@code mean}. */
    public void drawVisible(Buffer mean, RowStreams streams, Buffer v) {
        switch (units) {
            case BINARY -> backend.bernoulli(mean, streams, v);
            case GAUSSIAN -> backend.gaussian(mean, streams, v);
        }
    }

    /**
     * Goes {@code count} sweeps on from {@code v}: hidden units given the visible ones, then visible units given these.
     *
     * @param h the hidden units of the last sweep, overwritten
     * @param streams random numbers for these rows
     * @param step the time step of the first rows
     * @param sequences rows of a step
     */
    public void sweep(
            Buffer v,
            Buffer hiddenBias,
            Buffer visibleBias,
            int count,
            Buffer h,
            RowStreams streams,
            int step,
            int sequences) {
        for (int k = 0; k < count; k++) {
            hiddenMean(v, hiddenBias, h);
            drawHidden(h, streams.at(step, sequences, 2 * k));
            visibleMean(h, visibleBias, v);
            drawVisible(v, streams.at(step, sequences, 2 * k + 1), v);
        }
    }
}
