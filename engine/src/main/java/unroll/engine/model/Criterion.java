package unroll.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.graph.Signal;

/**
 * What a network over B sequences is judged by: it has a value, and it begins the backward sweep by writing adjoints into the
 * signals it judges. One thread at a time.
 */
public interface Criterion {
    /** The signals whose adjoints {@link #value} writes; from them they are propagated to the parameters. */
    List<Signal> seeded();

    /** The first step that it judges. */
    int begin();

    /**
     * The value at steps {@code from} to {@code to - 1}, summed over sequences and not yet scaled; leaves {@code scale} times its
     * derivative in the adjoints of the {@link #seeded} signals at those steps.
     */
    double value(double scale, int from, int to);

    /** What the value is. */
    CriterionMeasure measure();

    /** What was found beside the last value, summed over steps and sequences: that of an index into {@link CriterionMeasure#beside}. */
    default double beside(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    /** The curvature that belongs to the derivative; empty where there is none, as of a derivative that is estimated by sampling. */
    default Optional<Curvature> curvature() {
        return Optional.empty();
    }

    /**
     * What the network predicts at steps {@code from} to {@code to - 1}, of which {@link #begin} is the first at the earliest.
     *
     * @param units values of the output units {@code [to - from][B][O]}, overwritten
     */
    void predictions(int from, int to, Buffer units);

    /**
     * What may come at a step, as it is to be received in a dream: by random numbers that {@link #draw} chose; where a network has only
     * one expectation it is that.
     *
     * @param units {@code [B][O]}, overwritten
     */
    default void dream(int t, Buffer units) {
        predictions(t, t + 1, units);
    }

    /**
     * Draws output units at a step as the network predicts them, by random numbers that {@link #draw} chose; where nothing is left to
     * chance it is the prediction.
     *
     * @param units {@code [B][O]}, overwritten
     */
    void sample(int t, Buffer units);

    /**
     * Chooses anew the random numbers of what it samples, a function of a seed and of the number of the first sequence: until
     * then the same value is found for the same parameters.
     *
     * @param update the update that the sequences are for, by which schedules go
     */
    default void draw(long seed, long first, long update) {}

    /** What it carries from update to update by name, such as the states of Markov chains; most carry nothing. */
    default Map<String, Buffer> state() {
        return Map.of();
    }

    /** The Boltzmann machines of which it judges one at each step; most networks have none. */
    default Optional<Machines> machines() {
        return Optional.empty();
    }

    /** Makes the criterion of a network whose output units and targets are signals. */
    @FunctionalInterface
    interface Maker {
        /**
         * The criterion.
         *
         * @param output pre-activations of the output units {@code [T][B][O]}, perhaps from some step on only
         * @param target {@code [T][B][O]}
         * @param weight with which each step of each sequence counts {@code [T][B]}
         */
        Criterion over(Backend backend, Signal output, Signal target, Signal weight);
    }

    /** The second derivative of a criterion by its signals, as far as the Gauss-Newton matrix needs it. */
    @FunctionalInterface
    interface Curvature {
        /** Leaves {@code scale H Ro} in the seeded signals' adjoints: the curvature times their directional values. */
        void product(double scale);
    }
}
