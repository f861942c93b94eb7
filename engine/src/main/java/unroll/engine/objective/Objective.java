package unroll.engine.objective;

import java.util.Optional;
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

    /** Sequences of a batch; 1 where it is not made of any. */
    default int sequences() {
        return 1;
    }

    /**
     * The same function on the first sequences of whatever batch is drawn, their mean: it shares this one's memory, so that a
     * sweep here changes what was swept there. An objective that cannot be divided is its own part.
     *
     * @param sequences how many at least; it may take a few more, and where there are not so many it takes all
     */
    default Objective part(int sequences) {
        return this;
    }

    /** Why {@link #curvature} does not belong to this gradient: for people, begins after a colon; empty where it does. */
    default Optional<String> curvatureObstacle() {
        return Optional.empty();
    }

    /** Draws the batch of that update, for its parts too; the same update gives the same batch, always. */
    void draw(long update);

    /** The loss at {@code theta} on the drawn batch: mean over sequences of the weighted sum over time, in nats. */
    double value(Buffer theta);

    /** The loss at {@code theta}, and its gradient in {@code gradient}. */
    double gradient(Buffer theta, Buffer gradient);

    /**
     * How large the entries of the gradient are whatever their signs, right after {@link #gradient}: the sequences are taken in
     * the groups in which they are swept, and the squares of the groups' mean gradients are averaged. In a group signs may
     * cancel, so this is at most the mean square over single sequences.
     *
     * @param gradient what {@link #gradient} has just given
     * @param squares overwritten
     */
    default void gradientSquares(Buffer gradient, Buffer squares) {
        backend().times(1, gradient, gradient, 0, squares);
    }

    /**
     * The Gauss-Newton matrix of the loss on the drawn batch times a direction (thesis sec. 4.2), with structural damping (eq.
     * 4.7). It is the matrix at the theta at which these sequences were swept last, by {@link #value} or {@link #gradient} of
     * this objective or of one that shares its memory: who looks at the loss elsewhere returns with a {@link #value} first.
     *
     * @param structural weight of the damping of hidden units, averaged over sequences and summed over time; 0 for none
     * @throws IllegalStateException where there is a {@link #curvatureObstacle}
     */
    void curvature(Buffer direction, double structural, Buffer product);
}
