package unroll.engine.optim;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;

/**
 * Losses, gradients and curvature products of an objective around {@code theta}, for one update: vectors {@code [n]} are of double and
 * rounded where they meet the network. Before each evaluation the watcher may stop the update, and each is counted.
 *
 * <p>The count is that of thesis fig. 4.1: a gradient or a loss on the whole batch is one evaluation, and so is a curvature
 * product; on a part of the batch each counts as that share of the sequences.
 */
final class Landscape {
    /** Ends an update that is no longer wanted. */
    @SuppressWarnings("serial") // never leaves this package
    static final class StoppedException extends RuntimeException {
        private StoppedException() {
            super("the update is no longer wanted", null, false, false);
        }
    }

    private final Objective objective;
    private final Surface whole;
    private final LossFunction wholeLoss;
    private final LossFunction partLoss;
    private final GaussNewton wholeCurvature;
    private final GaussNewton partCurvature;
    private final Backend backend;
    private final double share;
    private final Buffer theta;
    private final Buffer trial;
    private final Buffer vector;
    private final Buffer product;
    private final double[] origin;
    private final double[] moved;
    private Watcher watcher = Watcher.NONE;
    private double evaluations;

    /** Whether the part was last swept at theta, so that its curvature is the one there. */
    private boolean partAtTheta;

    /**
     * @param method name of the optimiser, as in a sentence
     * @param sequences of the batch for curvature, at least
     */
    Landscape(String method, Objective objective, int sequences) {
        this.objective = objective;
        whole = objective.whole().slope().require(method);
        Surface part = objective.part(sequences);
        wholeLoss = whole.loss().require(method);
        partLoss = part.loss().require(method);
        wholeCurvature = whole.curvature().require(method);
        partCurvature = part.curvature().require(method);
        backend = objective.backend();
        share = (double) part.sequences() / whole.sequences();
        int n = objective.dimension();
        theta = backend.allocate(1, n);
        trial = backend.allocate(1, n);
        vector = backend.allocate(1, n);
        product = backend.allocate(1, n);
        origin = new double[n];
        moved = new double[n];
    }

    /** Draws the batch of an update and moves to {@code at}. */
    void enter(Buffer at, long update, Watcher follower) {
        backend.copy(at, theta);
        backend.read(theta, origin, 0);
        watcher = follower;
        evaluations = 0;
        partAtTheta = false;
        count(0);
        objective.draw(update);
    }

    /** The loss of the batch at theta, and its gradient. */
    double gradient(double[] gradient) {
        return gradient(theta, gradient);
    }

    /** The squares of the gradient that was computed last: see {@link GaussNewton#gradientSquares}. */
    void gradientSquares(double[] squares) {
        wholeCurvature.gradientSquares(vector, product);
        backend.read(product, squares, 0);
    }

    /** The loss of the batch at {@code theta + alpha step}, and its gradient; NaN where that is no number. */
    double gradient(double alpha, double[] step, double[] gradient) {
        move(alpha, step);
        if (!finite(trial)) {
            Arrays.fill(gradient, Double.NaN);
            return Double.NaN;
        }
        return gradient(trial, gradient);
    }

    private double gradient(Buffer at, double[] gradient) {
        count(1);
        partAtTheta = false;
        double loss = whole.gradient(at, vector);
        backend.read(vector, gradient, 0);
        return loss;
    }

    /** The loss of the batch at {@code theta + alpha step}; NaN where that is no number. */
    double loss(double alpha, double[] step) {
        return loss(wholeLoss, 1, alpha, step);
    }

    /** The same on the part that curvature is taken from. */
    double partLoss(double alpha, double[] step) {
        return loss(partLoss, share, alpha, step);
    }

    private double loss(LossFunction loss, double cost, double alpha, double[] step) {
        move(alpha, step);
        if (!finite(trial)) {
            return Double.NaN;
        }
        count(cost);
        partAtTheta = false;
        return loss.at(trial);
    }

    /** {@code to = (G + structural G_S) v} at theta, over the part. */
    void curvature(double[] v, double structural, double[] to) {
        if (!partAtTheta) {
            count(share);
            partLoss.at(theta);
            partAtTheta = true;
        }
        count(share);
        backend.write(v, 0, vector);
        partCurvature.product(vector, structural, product);
        backend.read(product, to, 0);
    }

    /** Writes {@code theta + alpha step} to {@code at}, rounded as where the loss was evaluated. */
    void write(double alpha, double[] step, Buffer at) {
        move(alpha, step);
        backend.copy(trial, at);
    }

    /** Follows the inner iterations of the update. */
    IterationListener listener() {
        return watcher;
    }

    /** Evaluations of the update so far. */
    double evaluations() {
        return evaluations;
    }

    private void move(double alpha, double[] step) {
        Vectors.copy(origin, moved);
        Vectors.addScaled(alpha, step, moved);
        backend.write(moved, 0, trial);
    }

    private boolean finite(Buffer x) {
        return Double.isFinite(backend.dot(x, x));
    }

    private void count(double cost) {
        if (!watcher.wanted()) {
            throw new StoppedException();
        }
        evaluations += cost;
    }
}
