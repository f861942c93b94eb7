package unroll.engine.optim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Reports that the step was not made because its result is not finite. */
    void refuse() {
        finite = false;
    }

    /** Reports that the step was not made, why, and what to do: a sentence for people that begins after a colon. */
    void refuse(Optional<String> why) {
        finite = false;
        obstacle = why;
    }

    /** Reports that the step was stopped because its watcher no longer wanted it. */
    void stop() {
        finite = false;
        stopped = true;
    }

    /** Reports what it evaluated, where that was more than one gradient of the batch. */
    void count(double evaluated) {
        evaluations = evaluated;
    }

    /** Reports the readings of the step. */
    void read(List<Reading> all) {
        readings = List.copyOf(all);
    }

    /** Adds readings that are not the optimiser's, behind its own. */
    public void add(List<Reading> others) {
        readings = Stream.concat(readings.stream(), others.stream()).toList();
    }

    /** What was measured during the step, by the optimiser in the order of {@link Optimiser#gauges}, and then by others. */
    public List<Reading> readings() {
        return readings;
    }

    /** Losses, gradients and curvature products that were evaluated, each as a share of the batch. */
    public double evaluations() {
        return evaluations;
    }

    /** Whether the step was stopped half-way and nothing has changed. */
    public boolean stopped() {
        return stopped;
    }

    /** Why a step was not made, where the reason is not a number that is not finite. */
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

    /** Whether the step was made: loss, gradient and the parameters after it were finite. */
    public boolean finite() {
        return finite;
    }
}
