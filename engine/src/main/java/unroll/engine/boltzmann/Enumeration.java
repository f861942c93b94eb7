package unroll.engine.boltzmann;

import java.util.Arrays;

/** The partition function of a small machine, summed over all states of its hidden or of its binary visible units. */
public final class Enumeration {
    /** So many units have 2^22 states. */
    private static final int MOST = 22;

    private final VisibleUnits units;
    private final double[] weights;
    private final int hidden;
    private final int visible;

    /**
     * The sums of machines with these weights.
     *
     * @param weights W, row by row, {@code hidden x visible}
     * @throws IllegalArgumentException where the machine is not {@link #small}
     */
    public Enumeration(VisibleUnits units, double[] weights, int hidden, int visible) {
        if (!small(units, hidden, visible)) {
            throw new IllegalArgumentException("a machine of " + hidden + " hidden and " + visible
                    + " visible units has too many states to be summed one by one");
        }
        this.units = units;
        this.weights = weights;
        this.hidden = hidden;
        this.visible = visible;
    }

    /** Whether the states of one of its layers are few enough. */
    public static boolean small(VisibleUnits units, int hidden, int visible) {
        return hidden <= MOST || units == VisibleUnits.BINARY && visible <= MOST;
    }

    /**
     * {@code log Z}, as {@link AnnealedImportance.Estimate#logPartition} has it.
     *
     * @param hiddenBias H numbers from {@code hiddenAt} on
     * @param visibleBias V numbers from {@code visibleAt} on
     */
    public double logPartition(double[] hiddenBias, int hiddenAt, double[] visibleBias, int visibleAt) {
        boolean overHidden = hidden <= MOST && (hidden <= visible || units == VisibleUnits.GAUSSIAN || visible > MOST);
        double[] summed = overHidden ? slice(hiddenBias, hiddenAt, hidden) : slice(visibleBias, visibleAt, visible);
        double[] start = overHidden ? slice(visibleBias, visibleAt, visible) : slice(hiddenBias, hiddenAt, hidden);
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (long state = 0; state < 1L << summed.length; state++) {
            double term = term(state, summed, start.clone(), overHidden);
            if (term > most) {
                sum = sum * Math.exp(most - term) + 1;
                most = term;
            } else {
                sum += Math.exp(term - most);
            }
        }
        return most + Math.log(sum);
    }

    /** The logarithm of all states together in which one layer is in that state. */
    private double term(long state, double[] bias, double[] drive, boolean overHidden) {
        double sum = 0;
        for (int k = 0; k < bias.length; k++) {
            if ((state >> k & 1) != 0) {
                sum += bias[k];
                for (int i = 0; i < drive.length; i++) {
                    drive[i] += overHidden ? weights[k * visible + i] : weights[i * visible + k];
                }
            }
        }
        boolean gaussian = overHidden && units == VisibleUnits.GAUSSIAN;
        for (double d : drive) {
            sum += gaussian ? (Math.log(2 * Math.PI) + d * d) / 2 : FreeEnergy.softplus(d);
        }
        return sum;
    }

    private static double[] slice(double[] from, int at, int count) {
        return Arrays.copyOfRange(from, at, at + count);
    }
}
