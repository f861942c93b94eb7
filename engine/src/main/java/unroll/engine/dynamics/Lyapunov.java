package unroll.engine.dynamics;

import java.util.Arrays;

/**
 * The Lyapunov exponents of a trajectory: by how much small differences grow or shrink in a step in the long run, each in a direction of its
 * own.
 *
 * @param exponents in descending order, in nats a step; the first k of n
 * @param errors standard error of each, by batch means
 * @param size n
 * @param steps that were averaged
 * @param running the estimate of the first exponent at the end of each interval
 * @param interval steps between two decompositions
 * @param twin the first exponent again, by a second trajectory that is held 1e-8 away
 * @param converged whether the error of the first is as small as was asked for
 */
public record Lyapunov(
        double[] exponents,
        double[] errors,
        int size,
        int steps,
        double[] running,
        int interval,
        double twin,
        boolean converged) {
    /** What the largest exponent says, as far as its error lets it. */
    public enum Verdict {
        /** Differences die out. */
        FORGETS,
        /** They neither grow nor die out: the exponent is 0 within twice its error. */
        NEUTRAL,
        /** They grow: chaos. */
        CHAOS
    }

    /** What the largest exponent says. */
    public Verdict verdict() {
        double least = Math.max(2 * errors[0], 1e-4);
        return exponents[0] > least ? Verdict.CHAOS : exponents[0] < -least ? Verdict.FORGETS : Verdict.NEUTRAL;
    }

    /** The sum of those that are positive: the rate at which new information arises (Pesin 1977), in nats a step. */
    public double entropy() {
        return Arrays.stream(exponents).filter(exponent -> exponent > 0).sum();
    }

    /** The sum of all that were found; where these are all n, by how much volumes grow. */
    public double sum() {
        return Arrays.stream(exponents).sum();
    }

    /**
     * The dimension of the attractor by Kaplan and Yorke (1979): as many of the first exponents as have a sum of 0 or more, and the share of
     * the next that makes it 0. NaN where more exponents are needed than were found.
     */
    public double dimension() {
        double sum = 0;
        for (int i = 0; i < exponents.length; i++) {
            if (sum + exponents[i] < 0) {
                return i + sum / Math.abs(exponents[i]);
            }
            sum += exponents[i];
        }
        return exponents.length == size ? size : Double.NaN;
    }
}
