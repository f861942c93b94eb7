package unroll.engine.optim;

/** What one update did; filled anew by each step. */
public final class Step {
    private double loss;
    private double gradientNorm;
    private double rate;
    private double momentum;
    private boolean clipped;

    void set(double newLoss, double newGradientNorm, double newRate, double newMomentum, boolean newClipped) {
        loss = newLoss;
        gradientNorm = newGradientNorm;
        rate = newRate;
        momentum = newMomentum;
        clipped = newClipped;
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

    /** Whether the step was made: loss and gradient were numbers. */
    public boolean finite() {
        return Double.isFinite(loss) && Double.isFinite(gradientNorm);
    }
}
