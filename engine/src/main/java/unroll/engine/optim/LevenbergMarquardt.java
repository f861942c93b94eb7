package unroll.engine.optim;

/** The heuristic by which damping grows where the quadratic predicted too much and shrinks where it predicted well (thesis sec. 4.2.1). */
final class LevenbergMarquardt {
    /** Below this ratio the quadratic predicted too much. */
    static final double POOR = 0.25;

    /** Above this ratio it predicted well. */
    static final double GOOD = 0.75;

    private static final double GROW = 1.5;
    private static final double SHRINK = 2.0 / 3.0;

    /** Beyond these lambda makes no difference any more, and any backend can still hold it. */
    private static final double SMALLEST = 1e-20;

    private static final double LARGEST = 1e20;

    private LevenbergMarquardt() {}

    /**
     * The reduction ratio (thesis eq. 4.3): what the loss fell by over what the undamped quadratic predicted; minus infinity where
     * there is no number.
     *
     * @param change {@code f(theta + p) - f(theta)}
     * @param predicted {@code p'Gp / 2 + g'p}
     */
    static double ratio(double change, double predicted) {
        return predicted < 0 && !Double.isNaN(change) ? change / predicted : Double.NEGATIVE_INFINITY;
    }

    /** The next lambda; no damping stays none. */
    static double next(double lambda, double rho) {
        if (lambda == 0) {
            return 0;
        }
        double next = rho < POOR ? lambda * GROW : rho > GOOD ? lambda * SHRINK : lambda;
        return Math.clamp(next, SMALLEST, LARGEST);
    }
}
