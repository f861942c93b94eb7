package unroll.engine.dynamics;

import java.util.List;

/**
 * What a map does in the long run from a state on.
 *
 * @param behaviour in a word
 * @param period steps after which it is where it was; 0 where it never repeats
 * @param states those of one period, or where it never repeats some that it goes through, {@code [][n]}
 * @param multipliers what becomes of a small difference in a period (Floquet), largest first; none where it never repeats. Those below 1e-16
 *     of the largest are rounding
 * @param stepsPerTurn mean steps in which it goes once around its centre in the plane of its first two principal axes; NaN where there is no
 *     such plane
 * @param exponent the largest Lyapunov exponent, in nats a step
 */
public record LongRun(
        Behaviour behaviour,
        int period,
        double[][] states,
        List<Mode> multipliers,
        double stepsPerTurn,
        double exponent) {
    /** Kinds of behaviour. */
    public enum Behaviour {
        /** It comes to rest. */
        RESTS,
        /** It is where it was after some steps. */
        REPEATS,
        /** It goes on without ever repeating itself, and differences neither grow nor die out. */
        TURNS,
        /** Differences grow: it cannot be foretold for long. */
        CHAOS,
        /** It has not settled yet: differences die out, but no period was found. */
        SETTLING,
        /** It leaves the finite numbers. */
        DIVERGES
    }

    public LongRun {
        multipliers = List.copyOf(multipliers);
    }
}
