package unroll.engine.loss;

import java.util.Arrays;

/**
 * Connectionist temporal classification: the loss {@code -log P(l | p)} in nats of a label string l of length M without
 * alignment, under softmax outputs p at T steps (thesis eq. 2.46 to 2.51; Graves et al. 2006).
 *
 * <p>Letters: K classes, the last of them the blank; o, the pre-activations; {@code gamma [T][K]}, the probability of each
 * class at each step given that the alignment spells l. The gradient with respect to o is {@code p - gamma}. All sums are
 * sums of logarithms, scaled anew at each step. It is used for one sequence after the other: once made, nothing allocates.
 * One thread at a time.
 *
 * <p>Where l cannot be spelled at all, because T is too small or an output is exactly 0, the loss is {@code +infinity} and
 * the gradient is 0 everywhere: no change of o makes it possible. Pre-activations that are no numbers give a loss and a
 * gradient that are none.
 */
public final class Ctc {
    private final Collapse collapse;
    private final int longest;
    private final LogProbabilities p;
    private final Lattice lattice;
    private final double[] alignment;
    private final double[] gamma;
    private final int[] path;
    private final int[] labels;
    private int count;
    private boolean possible;

    /**
     * Working memory for one sequence.
     *
     * @param steps the most steps that count, T
     * @param classes K: the labels and the blank
     * @param longest the most labels, M
     */
    public Ctc(Collapse collapse, int steps, int classes, int longest) {
        this.collapse = collapse;
        this.longest = longest;
        p = new LogProbabilities(steps, classes);
        lattice = Lattice.of(collapse, steps, longest);
        alignment = new double[Math.multiplyExact(steps, 2 * longest + 1)];
        gamma = new double[steps * classes];
        path = new int[steps];
        labels = new int[Math.max(steps, longest)];
    }

    /**
     * The loss of sequence {@code b} of a batch, in nats.
     *
     * @param o pre-activations {@code [T][B][K]}
     * @param weight {@code [T][B]}: 1 where a step counts, else 0
     * @param sequences B
     * @param labels l, of which the first {@code count} are taken
     */
    public double value(double[] o, double[] weight, int sequences, int b, int[] labels, int count) {
        begin(o, weight, sequences, b);
        checkLength(count);
        for (int m = 0; m < count; m++) {
            if (labels[m] < 0 || labels[m] >= p.blank()) {
                throw new IllegalArgumentException(
                        "label " + labels[m] + " is none of the " + p.blank() + " labels from 0 on");
            }
        }
        System.arraycopy(labels, 0, this.labels, 0, count);
        return align(count);
    }

    /**
     * The same for the label string that {@code target} spells: one class at each step that counts, as an alignment of l
     * (see {@link OneHot}).
     *
     * @param target {@code [T][B][K]}, one-hot where a step counts
     */
    public double value(double[] o, double[] target, double[] weight, int sequences, int b) {
        begin(o, weight, sequences, b);
        checkSize(target);
        OneHot.path(target, weight, sequences, b, p.classes(), path);
        int count = collapse.spell(path, p.steps(), p.blank(), labels);
        checkLength(count);
        return align(count);
    }

    private void begin(double[] o, double[] weight, int sequences, int b) {
        possible = false;
        count = 0;
        p.read(o, weight, sequences, b);
    }

    private void checkLength(int count) {
        if (count > longest) {
            throw new IllegalArgumentException(count + " labels, but the longest string has " + longest);
        }
    }

    private void checkSize(double[] numbers) {
        if (!p.fits(numbers)) {
            throw new IllegalArgumentException(numbers.length + " numbers do not fit the batch that was read");
        }
    }

    private double align(int count) {
        this.count = count;
        double log = lattice.forward(p, labels, count);
        possible = log != Double.NEGATIVE_INFINITY;
        Arrays.fill(gamma, 0);
        if (possible) {
            lattice.backward(p, labels, count, alignment);
            for (int t = 0; t < p.steps(); t++) {
                posterior(t);
            }
        } else {
            Arrays.fill(alignment, 0);
        }
        return -log;
    }

    /** Brings the masses of a step to sum 1 and adds those of one class up. */
    private void posterior(int t) {
        int states = 2 * count + 1;
        int row = t * states;
        double max = Double.NEGATIVE_INFINITY;
        for (int s = row; s < row + states; s++) {
            max = Math.max(max, alignment[s]);
        }
        double sum = 0;
        for (int s = row; s < row + states; s++) {
            alignment[s] = Math.exp(alignment[s] - max);
            sum += alignment[s];
        }
        for (int s = 0; s < states; s++) {
            alignment[row + s] /= sum;
            gamma[t * p.classes() + (s % 2 == 0 ? p.blank() : labels[s / 2])] += alignment[row + s];
        }
    }

    /**
     * The gradient of {@code scale} times the last {@link #value}: {@code scale (p - gamma)} into the rows of that sequence
     * in {@code to [T][B][K]}; 0 where a step does not count. Other sequences are left alone.
     */
    public void gradient(double scale, double[] to) {
        clear(to);
        for (int t = 0; possible && t < p.steps(); t++) {
            int at = p.at(p.row(t));
            for (int k = 0; k < p.classes(); k++) {
                to[at + k] = scale * (Math.exp(p.of(t, k)) - gamma[t * p.classes() + k]);
            }
        }
    }

    /**
     * A positive semi-definite curvature for Gauss-Newton: {@code scale G v} with {@code G = diag(p) - p p'} at each step
     * that counts, into the rows of the last {@link #value}'s sequence in {@code to [T][B][K]}.
     *
     * <p>What it is: the Hessian that the loss would have if the alignment were known, and so of the expected loss that EM
     * minimises; it is also the Fisher matrix of the outputs as a distribution over alignments. What it is not: the Hessian of this loss,
     * which is {@code G - Cov}, with Cov the covariance of the alignment, one-hot, given l, and couples the steps. Since Cov
     * is positive semi-definite too, G bounds the Hessian from above: steps are too short rather than too long, most so while
     * the alignment is uncertain. Nor is it the Fisher matrix of the label strings. It depends on l only where l is
     * impossible: there it is 0, like the gradient.
     *
     * @param v {@code [T][B][K]}, a direction in the pre-activations
     */
    public void curvature(double scale, double[] v, double[] to) {
        checkSize(v);
        clear(to);
        for (int t = 0; possible && t < p.steps(); t++) {
            int at = p.at(p.row(t));
            double mean = 0;
            for (int k = 0; k < p.classes(); k++) {
                mean += Math.exp(p.of(t, k)) * v[at + k];
            }
            for (int k = 0; k < p.classes(); k++) {
                to[at + k] = scale * Math.exp(p.of(t, k)) * (v[at + k] - mean);
            }
        }
    }

    private void clear(double[] to) {
        checkSize(to);
        for (int t = 0; t < p.batchSteps(); t++) {
            Arrays.fill(to, p.at(t), p.at(t) + p.classes(), 0);
        }
    }

    /** M of the last {@link #value}. */
    public int labels() {
        return count;
    }

    /**
     * The alignment of the last {@link #value}: the probability, given l, that the {@code t}-th step that counts has label
     * m, for {@code s = 2 m + 1}, or is a blank after m labels, for {@code s = 2 m}; each step's sum to 1 over 0..2 M, or
     * are 0 where l is impossible.
     */
    public double alignment(int t, int s) {
        return alignment[t * (2 * count + 1) + s];
    }

    /** {@code gamma}: the probability of class {@code k} at the {@code t}-th step that counts, given l. */
    public double posterior(int t, int k) {
        return gamma[t * p.classes() + k];
    }
}
