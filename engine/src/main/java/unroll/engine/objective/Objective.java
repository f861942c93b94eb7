package unroll.engine.objective;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;

/** A function of the parameters to minimise, on a batch that is drawn anew for each update. */
public interface Objective {
    /** Numbers in the parameter vector. */
    int dimension();

    /** Where its vectors live. */
    Backend backend();

    /**
     * Updates that share a batch, because each hears the next piece of the same sequences: a computation begins or resumes only
     * at a multiple of it.
     */
    default int updatesPerBatch() {
        return 1;
    }

    /**
     * The regression whose solution is the best read-out on the drawn batch, or why there is none.
     *
     * @param washOut steps at the beginning of each sequence that it leaves out
     */
    default Regression regression(int washOut) {
        return new Regression.Impossible("it has no linear read-out");
    }

    /** Draws the batch of that update; the same update gives the same batch, always. */
    void draw(long update);

    /** The loss at {@code theta} on the drawn batch: mean over sequences of the weighted sum over time, in nats. */
    double value(Buffer theta);

    /** The loss at {@code theta}, and its gradient in {@code gradient}. */
    double gradient(Buffer theta, Buffer gradient);

    /**
     * The Gauss-Newton matrix of the loss, at the theta and on the batch of the last {@link #gradient}, times a direction (thesis
     * sec. 4.2), with structural damping (eq. 4.7).
     *
     * @param structural weight of the damping of hidden units, averaged over sequences and summed over time; 0 for none
     */
    void curvature(Buffer direction, double structural, Buffer product);
}
