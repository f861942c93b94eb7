package unroll.engine.perturb;

/** How a difference between two trajectories grows or shrinks by itself while it is small, or why that is not known. */
public sealed interface Growth {
    /**
     * A difference is small up to this share of the state's own size: beyond it, what the network makes of it is no longer
     * proportional to it, since its units bend and saturate.
     */
    double SMALL = 0.1;

    /**
     * So many roundings of the state's size (relative, 2^-24 in single precision and 2^-53 in double) a difference has at
     * least. Rounding errors of the two trajectories are independent, and a few steps' remain visible: below, one would measure
     * rounding and not the network.
     */
    double ROUNDINGS = 16;

    /**
     * The mean logarithm of the growth a step, {@code lambda = ln(|d_to| / |d_from|) / (to - from)} with {@code d_t} the
     * difference of the states at step t: the finite-time Lyapunov exponent along this difference (Wolf, Swift, Swinney and
     * Vastano 1985, "Determining Lyapunov exponents from a time series", with a single stretch; Strogatz, "Nonlinear Dynamics
     * and Chaos", sec. 10.5).
     *
     * @param perStep lambda, in nats a step
     * @param from the step it was measured from, from 0
     * @param to the step it was measured to
     */
    record Rate(double perStep, int from, int to) implements Growth {
        /** How much larger the difference is after a step. */
        public double factor() {
            return Math.exp(perStep);
        }

        /** Steps in which it doubles, or halves; infinite where it stays. */
        public double doubling() {
            return Math.log(2) / Math.abs(perStep);
        }
    }

    /** Why it is not known. */
    enum Unknown implements Growth {
        /** The trajectories are the same. */
        NO_DIFFERENCE,
        /** They are disturbed to the end, so that no difference is left to itself. */
        DISTURBED,
        /** Nothing is carried from step to step. */
        NO_STATE,
        /** It is gone, or lost in rounding, before it could be measured. */
        TOO_SMALL,
        /** It is large from the start, or after a step. */
        TOO_LARGE,
        /** There is a number that is not finite. */
        NOT_FINITE
    }

    /**
     * Measures it.
     *
     * @param distance {@code |d_t|} for each step
     * @param free the last step that is disturbed, from which on the difference is left to itself
     * @param size root mean square of the undisturbed state's norm; where it is 0 every difference counts as small
     * @param rounding the relative error of a number, 2^-24 or 2^-53
     */
    static Growth of(double[] distance, int free, double size, double rounding) {
        for (double d : distance) {
            if (!Double.isFinite(d)) {
                return Unknown.NOT_FINITE;
            }
        }
        double small = size > 0 ? SMALL * size : Double.POSITIVE_INFINITY;
        double least = ROUNDINGS * rounding * size;
        int from = free;
        while (from < distance.length && !(distance[from] > least)) {
            from++;
        }
        if (from >= distance.length) {
            return Unknown.TOO_SMALL;
        }
        int to = from;
        while (to + 1 < distance.length && distance[to + 1] > least && distance[to + 1] <= small) {
            to++;
        }
        if (distance[from] > small) {
            return Unknown.TOO_LARGE;
        }
        if (to == from) {
            boolean last = from == distance.length - 1;
            return last ? Unknown.DISTURBED : distance[from + 1] > small ? Unknown.TOO_LARGE : Unknown.TOO_SMALL;
        }
        return new Rate(Math.log(distance[to] / distance[from]) / (to - from), from, to);
    }
}
