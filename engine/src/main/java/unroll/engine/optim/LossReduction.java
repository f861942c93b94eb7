package unroll.engine.optim;

/**
 * Stops when the true loss on the curvature's sequences has fallen by less than 90 % of what it had fallen by before in this run:
 * the quadratic leads astray (thesis sec. 4.4). Only the kept iterates are checked, because each check costs a loss.
 */
final class LossReduction implements StopRule {
    /** Thesis sec. 4.4. */
    private static final double SHARE = 0.9;

    private final Landscape landscape;
    private double before;
    private double most;

    LossReduction(Landscape landscape) {
        this.landscape = landscape;
    }

    @Override
    public boolean enough(int i, boolean kept, double quadratic, double[] x) {
        if (i == 1) {
            before = landscape.partLoss(0, x);
            most = 0;
        }
        if (!kept) {
            return false;
        }
        double reduction = before - landscape.partLoss(1, x);
        most = Math.max(most, Double.isNaN(reduction) ? 0 : reduction);
        return !(reduction >= SHARE * most); // NaN is no reduction
    }

    @Override
    public String words() {
        return "the true loss began to rise";
    }
}
