package unroll.engine.optim;

/** What one update did; filled anew by each step. */
public final class Step {
    private double loss;
    private double gradientNorm;
    private double rate;
    private double momentum;
    private boolean clipped;
    private boolean finite;

    void set(double newLoss, double newGradientNorm, double newRate, double newMomentum, boolean newClipped) {
        loss = newLoss;
        gradientNorm = newGradientNorm;
        rate = newRate;
        momentum = newMomentum;
        clipped = newClipped;
        finite = Double.isFinite(newLoss) && Double.isFinite(newGradientNorm);
    }

    /** Says that the step was not made because it would have led out of the numbers. */
    void refuse() {
        finite = false;
    }

    /** The batch's loss where the gradient was taken. */
    public double loss() {
        return loss;
    }

    /** The gradient's Euclidean norm before clipping. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** The learning rate used, epsilon. */
    public double rate() {
        return rate;
    }

    /** The momentum used, mu. */
    public double momentum() {
        return momentum;
    }

    /** Whether the gradient was shortened. */
    public boolean clipped() {
        return clipped;
    }

    /** Whether the step was made: loss, gradient and the parameters after it were numbers. */
    public boolean finite() {
        return finite;
    }
}
