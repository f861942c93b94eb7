package unroll.engine.optim;

/**
 * Finds how far to go along one direction by the true loss, beginning with what the quadratic predicts: where the loss falls by at
 * least half of what was predicted, that is the step; where it falls by less the step is halved, where by much more it is doubled.
 */
final class DirectionSearch {
    private static final double KEPT = 0.5;
    private static final double EXCEEDED = 1.5;
    private static final int TRIES = 8;

    private final double[] there;
    private double loss;

    DirectionSearch(int n) {
        there = new double[n];
    }

    /**
     * How far to go; 0 where no step lowers the loss.
     *
     * @param from where the search begins, as a step away from theta
     * @param best step to the minimum of the quadratic
     * @param predicted change of the quadratic there, below 0
     * @param now the loss at {@code from}, on the sequences of the curvature
     */
    double search(Landscape landscape, double[] from, double[] direction, double best, double predicted, double now) {
        double far = 0;
        loss = now;
        double alpha = best;
        for (int i = 0; i < TRIES; i++) {
            double tried = at(landscape, from, direction, alpha);
            if (tried < loss) {
                far = alpha;
                loss = tried;
            } else if (far != 0) {
                break;
            }
            if (i == 0 && tried - now <= KEPT * predicted) {
                break;
            }
            alpha /= 2;
        }
        if (far == best && loss - now < EXCEEDED * predicted) {
            far = grow(landscape, from, direction, far);
        }
        return far;
    }

    private double grow(Landscape landscape, double[] from, double[] direction, double begin) {
        double far = begin;
        for (int i = 0; i < TRIES; i++) {
            double tried = at(landscape, from, direction, 2 * far);
            if (!(tried < loss)) {
                break;
            }
            far *= 2;
            loss = tried;
        }
        return far;
    }

    private double at(Landscape landscape, double[] from, double[] direction, double alpha) {
        Vectors.copy(from, there);
        Vectors.addScaled(alpha, direction, there);
        return landscape.partLoss(1, there);
    }

    /** The loss where the last search ended. */
    double loss() {
        return loss;
    }
}
