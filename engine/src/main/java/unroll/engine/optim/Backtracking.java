package unroll.engine.optim;

/**
 * Chooses among the iterates of conjugate gradients by the true loss: walks from the last to the first as long as it falls, for
 * the last fits the quadratic best, and the quadratic is only right nearby (Martens 2010, sec. 4.6).
 */
final class Backtracking {
    private int chosen;
    private double loss;

    /** Chooses; there is at least one iterate. */
    void choose(Landscape landscape, Iterates iterates) {
        chosen = iterates.size() - 1;
        loss = landscape.loss(1, iterates.get(chosen));
        for (int j = chosen - 1; j >= 0; j--) {
            double earlier = landscape.loss(1, iterates.get(j));
            if (!Double.isNaN(loss) && !(earlier < loss)) {
                return;
            }
            chosen = j;
            loss = earlier;
        }
    }

    /** The place of the chosen one among the iterates. */
    int chosen() {
        return chosen;
    }

    /** The loss there. */
    double loss() {
        return loss;
    }
}
