package unroll.engine.loss;

import java.util.Arrays;

/**
 * The alignments of one label string as paths through states, summed over in logarithms.
 *
 * <p>Letters: T steps, M labels {@code l}, {@code alpha} the mass of the beginnings that reach a state, {@code beta} the
 * mass of the endings that leave it. What a step can do is numbered the same for all lattices: {@code 2 m} is a blank after
 * {@code m} labels, {@code 2 m + 1} is label {@code m}.
 */
abstract sealed class Lattice permits DroppingLattice, MergingLattice {
    /** Numbers in the {@code [T + 1][2 M + 1]} that alpha takes at most. */
    final double[] alpha;

    final double[] beta;

    Lattice(int steps, int longest) {
        alpha = new double[Math.multiplyExact(steps + 1, 2 * longest + 1)];
        beta = new double[2 * longest + 1];
    }

    static Lattice of(Collapse collapse, int steps, int longest) {
        return switch (collapse) {
            case DROP_BLANKS -> new DroppingLattice(steps, longest);
            case MERGE_REPEATS -> new MergingLattice(steps, longest);
        };
    }

    /** {@code log P(l | p)}; fills alpha. */
    abstract double forward(LogProbabilities p, int[] labels, int count);

    /** After {@link #forward}: the log mass of all alignments that do s at step t, into {@code mass [T][2 M + 1]}. */
    abstract void backward(LogProbabilities p, int[] labels, int count, double[] mass);

    final void fill(double[] numbers, int from, int to) {
        Arrays.fill(numbers, from, to, Double.NEGATIVE_INFINITY);
    }

    /** {@code log(exp(a) + exp(b))}, also where one or both are log 0; not a number if either is. */
    static double logAdd(double a, double b) {
        if (a == Double.NEGATIVE_INFINITY) {
            return b;
        }
        double max = Math.max(a, b);
        return max + Math.log1p(Math.exp(Math.min(a, b) - max));
    }
}
