package unroll.engine.gradient;

import java.util.function.IntFunction;
import unroll.engine.rollout.Rollout;

/** The settings of a way to find gradients, one record for each. */
public sealed interface GradientSettings permits ThroughTime, Truncated, RealTime {
    /** Pieces into which sequences of so many steps are cut, with an update after each: 1 where an update sees all. */
    default int pieces(int steps) {
        return 1;
    }

    /**
     * The method over {@code unrolled}.
     *
     * @param others makes the same model with the same parameters over another number of sequences
     */
    GradientMethod over(Rollout rollout, IntFunction<Rollout> others);
}
