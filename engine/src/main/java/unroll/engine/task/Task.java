package unroll.engine.task;

import java.util.List;
import unroll.engine.baseline.Baseline;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;
import unroll.engine.sequence.Batch;
import unroll.engine.sequence.Metric;
import unroll.engine.sequence.Split;
import unroll.engine.table.Doubt;

/**
 * A source of sequences to learn: every sequence is a pure function of the random stream it is drawn from.
 *
 * <p>A task holds no state that changes, so that many threads may draw from it at once.
 */
public interface Task extends Signature {
    /** Whether the outputs predict the next input, so that a network can go on by itself from its own predictions. */
    default boolean generative() {
        return inputs() == outputs();
    }

    /**
     * Whether a network that goes on by itself receives what is drawn by its predictions, as symbols and notes are, and not the predictions
     * themselves, as those of pixels are.
     */
    default boolean draws() {
        return symbols();
    }

    /**
     * How many test sequences there are to judge by, {@code wanted} at most: where there is no end of them all that are wanted, else the
     * first ones of the stream, which together are all that is kept back.
     */
    default int testSequences(int wanted) {
        return wanted;
    }

    /** A batch of zeros for {@code sequences} sequences. */
    default Batch batch(int sequences) {
        return new Batch(steps(), sequences, symbols() ? 1 : inputs(), outputs());
    }

    /** Sequences {@code first} to {@code first + count - 1} of a stream of random numbers, each a function of its own number. */
    default Batch draw(Split split, long seed, Purpose purpose, long first, int count) {
        Batch batch = batch(count);
        Philox random = new Philox(seed, purpose);
        for (int b = 0; b < count; b++) {
            draw(split, random.restart(seed, purpose, first + b), batch, b);
        }
        return batch;
    }

    /** Draws one sequence into column {@code b} of {@code batch}; the column was cleared; allocates nothing. */
    void draw(Split split, Philox random, Batch batch, int b);

    /** The balls in the first frame of the film that {@link #draw} would draw of this stream; none where it shows something else. */
    default List<ThrownBalls.Ball> balls(Philox random) {
        return List.of();
    }

    /**
     * When the steps of the sequence were that {@link #draw} would draw of this stream, a text each: "2016-07-01 13:00"; none where the data
     * do not say.
     */
    default List<String> times(Split split, Philox random) {
        return List.of();
    }

    /** The same of what is to be predicted at each step. */
    default List<String> targetTimes(Split split, Philox random) {
        return List.of();
    }

    /**
     * What is reported of predictions on test sequences. The first is the headline: the loss view's axis, in the unit of
     * the loss per counted time step above {@link #floor}, so that training and test curves share it.
     */
    List<Metric> metrics();

    /**
     * The best loss that any predictor could have on this batch, in the unit of the objective (mean over sequences of
     * the weighted sum over time): the entropy of the targets for cross-entropies, 0 for squared errors.
     */
    double floor(Batch batch);

    /** What a model must beat, scored by the same metrics on the same sequences. */
    List<Baseline> baselines();

    /** What was read of a person's own data, and how it was understood, a sentence each; most tasks read none. */
    default List<String> understood() {
        return List.of();
    }

    /** What of a person's own data can be understood in more than one way; most tasks read none. */
    default List<Doubt> doubts() {
        return List.of();
    }

    /** Whether {@code scores}, in the order of {@link #metrics()}, mean that the problem is solved; false if undefined. */
    default boolean solved(double[] scores) {
        return false;
    }

    /** The rule of {@link #solved} in words, such as "fewer than 1 % of sequences wrong"; empty if there is none. */
    default String successRule() {
        return "";
    }
}
