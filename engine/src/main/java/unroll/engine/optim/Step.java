package unroll.engine.optim;

import java.util.List;
import java.util.Optional;

/** What one update did; filled anew by each step. */
public final class Step {
    private double loss;
    private double gradientNorm;
    private double rate;
    private double momentum;
    private double evaluations;
    private boolean clipped;
    private boolean finite;
    private boolean stopped;
    private List<Reading> readings = List.of();
    private Optional<String> obstacle = Optional.empty();

    void set(double newLoss, double newGradientNorm, double newRate, double newMomentum, boolean newClipped) {
        loss = newLoss;
        gradientNorm = newGradientNorm;
        rate = newRate;
        momentum = newMomentum;
        clipped = newClipped;
        evaluations = 1;
        stopped = false;
        readings = List.of();
        obstacle = Optional.empty();
        finite = Double.isFinite(newLoss) && Double.isFinite(newGradientNorm);
    }

    /** Says that the step was not made because it would have led out of the numbers. */
    void refuse() {
        finite = false;
    }

    /** Says that the step was not made, why, and what to do: a sentence for people that begins after a colon. */
    void refuse(Optional<String> why) {
        finite = false;
        obstacle = why;
    }

    /** Says that the step was given up, for its watcher did not want it any more. */
    void stop() {
        finite = false;
        stopped = true;
    }

    /** Says what it asked for, where that was more than one gradient of the batch. */
    void count(double asked) {
        evaluations = asked;
    }

    /** Reports the inside of the step. */
    void tell(List<Reading> news) {
        readings = List.copyOf(news);
    }

    /** What the optimiser reports of the inside of the step, in the order of {@link Optimiser#gauges}. */
    public List<Reading> readings() {
        return readings;
    }

    /** Losses, gradients and curvature products that it asked for, each as a share of the batch. */
    public double evaluations() {
        return evaluations;
    }

    /** Whether the step was given up half-way and nothing has changed. */
    public boolean stopped() {
        return stopped;
    }

    /** Why a step was not made that did not lead out of the numbers. */
    public Optional<String> obstacle() {
        return obstacle;
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
