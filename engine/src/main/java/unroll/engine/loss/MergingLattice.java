package unroll.engine.loss;

/**
 * The recursion of Graves et al. (2006, sec. 4.1): 2 M + 1 states, the labels with a blank before, between and after them;
 * {@code alpha [t][s]} is the log mass of the beginnings that do s at step t.
 *
 * <p>A state may last, go to the next, or skip the blank between two labels that differ.
 */
final class MergingLattice extends Lattice {
    MergingLattice(int steps, int longest) {
        super(steps, longest);
    }

    @Override
    double forward(LogProbabilities p, int[] labels, int count) {
        int states = 2 * count + 1;
        if (p.steps() == 0) {
            return count == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        fill(alpha, 0, states);
        for (int s = 0; s < Math.min(2, states); s++) {
            alpha[s] = emission(p, 0, labels, s);
        }
        for (int t = 1; t < p.steps(); t++) {
            int before = (t - 1) * states;
            int now = t * states;
            for (int s = 0; s < states; s++) {
                double reached = alpha[before + s];
                if (s > 0) {
                    reached = logAdd(reached, alpha[before + s - 1]);
                }
                if (skips(labels, s)) {
                    reached = logAdd(reached, alpha[before + s - 2]);
                }
                alpha[now + s] = emission(p, t, labels, s) + reached;
            }
        }
        int last = p.steps() * states - 1;
        return count == 0 ? alpha[last] : logAdd(alpha[last], alpha[last - 1]);
    }

    @Override
    void backward(LogProbabilities p, int[] labels, int count, double[] mass) {
        int states = 2 * count + 1;
        fill(beta, 0, states);
        for (int s = Math.max(0, states - 2); s < states; s++) {
            beta[s] = 0;
        }
        for (int t = p.steps() - 1; t >= 0; t--) {
            for (int s = 0; s < states; s++) {
                mass[t * states + s] = alpha[t * states + s] + beta[s];
            }
            for (int s = 0; s < states; s++) {
                beta[s] = left(p, t, labels, states, s);
            }
        }
    }

    /** The log mass of the endings of a state at step t - 1, from those of the states at t at and above {@code s}. */
    private double left(LogProbabilities p, int t, int[] labels, int states, int s) {
        double left = emission(p, t, labels, s) + beta[s];
        if (s + 1 < states) {
            left = logAdd(left, emission(p, t, labels, s + 1) + beta[s + 1]);
        }
        if (s + 2 < states && skips(labels, s + 2)) {
            left = logAdd(left, emission(p, t, labels, s + 2) + beta[s + 2]);
        }
        return left;
    }

    private static double emission(LogProbabilities p, int t, int[] labels, int s) {
        return p.of(t, s % 2 == 0 ? p.blank() : labels[s / 2]);
    }

    /** Whether state s may follow s - 2: both are labels, and they differ. */
    private static boolean skips(int[] labels, int s) {
        return s % 2 == 1 && s > 1 && labels[s / 2] != labels[s / 2 - 1];
    }
}
