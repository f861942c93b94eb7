package unroll.engine.gradient;

import java.util.function.IntFunction;
import unroll.engine.rollout.Rollout;

/** The settings of a way to find gradients, one record for each. */
public sealed interface GradientSettings permits ThroughTime, Truncated, RealTime {
    /** Pieces into which sequences of {@code steps} steps are cut, with an update after each: 1 where an update sees all. */
    default int pieces(int steps) {
        return 1;
    }

    /** Whether error signals reach from the end of a sequence back to its beginning, so that their sizes can be penalised. */
    default boolean reachesBack() {
        return false;
    }

    /**
     * The method for the sequences of {@code rollout}.
     *
     * @param others makes a rollout of the same model with the same parameters over another number of sequences
     */
    GradientMethod over(Rollout rollout, IntFunction<Rollout> others);
}
