package unroll.engine.loss;

/** The cross-entropies of a pixel in 0..1, taken apart into the target's own entropy and what a prediction adds to it, and of a class. */
public final class CrossEntropy {
    /** Half the distance of 1 from its lower neighbour: no prediction is taken to be surer than this. */
    private static final double SUREST = 0x1.0p-54;

    private CrossEntropy() {}

    /** {@code -q ln q - (1 - q) ln(1 - q)} in nats. */
    public static double entropy(double target) {
        return -(target > 0 ? target * Math.log(target) : 0) - (target < 1 ? (1 - target) * Math.log1p(-target) : 0);
    }

    /** {@code q ln(q / p) + (1 - q) ln((1 - q) / (1 - p))} in nats, p the prediction, q the target (thesis sec. 4.5.1). */
    public static double divergence(double prediction, double target) {
        double on = Math.max(prediction, SUREST);
        double off = Math.max(1 - prediction, SUREST);
        return (target > 0 ? target * Math.log(target / on) : 0)
                + (target < 1 ? (1 - target) * Math.log((1 - target) / off) : 0);
    }

    /** {@code -y ln p} in nats, to be summed over the classes: p the prediction of one, y its target. */
    public static double ofClass(double prediction, double target) {
        return target > 0 ? -target * Math.log(Math.max(prediction, SUREST)) : 0;
    }
}
