package unroll.engine.optim;

/**
 * Tries {@code alpha = 1, 0.8, 0.64, ...} until the loss has fallen by a hundredth of what the gradient predicts:
 * {@code f(theta + alpha p) <= f + 0.01 alpha g'p} (Armijo's rule, with the numbers of Martens 2010).
 */
final class LineSearch {
    private static final double SHRINK = 0.8;
    private static final double DECREASE = 1e-2;
    private static final int TRIES = 60;

    private double loss;

    /**
     * The alpha that is accepted; 0 where none is.
     *
     * @param before the loss at theta
     * @param slope {@code g'p}
     * @param full the loss at {@code theta + p}
     */
    double search(Landscape landscape, double[] p, double before, double slope, double full) {
        double alpha = 1;
        loss = full;
        for (int i = 1; i <= TRIES; i++) {
            if (loss <= before + DECREASE * alpha * slope) {
                return alpha;
            }
            if (i < TRIES) {
                alpha *= SHRINK;
                loss = landscape.loss(alpha, p);
            }
        }
        return 0;
    }

    /** The loss at the last alpha that was tried. */
    double loss() {
        return loss;
    }
}
