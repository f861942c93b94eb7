package unroll.engine.optim;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Surface;

/**
 * An objective on its drawn batch along {@code theta + length direction}, in double: what the backend rounds away of a point is
 * gone before anything is computed of it.
 */
final class Ray implements WolfeSearch.LineFunction {
    private final Backend backend;
    private final double[] origin;
    private final double[] gradient;
    private final double[] direction;
    private final double[] point;
    private final double[] pointGradient;
    private final Buffer pointBuffer;
    private final Buffer gradientBuffer;
    private final HeldBatch batch;
    private final Surface surface;
    private double loss;
    private double pointLoss;

    /** Gradients since it began; a first gradient that only a reopened run must compute again is not counted. */
    private int evaluations;

    /** The batch on which loss and gradient of the point are known; -1 where they are not. */
    private long known = -1;

    Ray(HeldBatch batch) {
        this.batch = batch;
        surface = batch.surface();
        backend = batch.backend();
        int dimension = batch.dimension();
        origin = new double[dimension];
        gradient = new double[dimension];
        direction = new double[dimension];
        point = new double[dimension];
        pointGradient = new double[dimension];
        pointBuffer = backend.allocate(1, dimension);
        gradientBuffer = backend.allocate(1, dimension);
    }

    /** Draws the update's batch and begins at {@code theta}; computes only what the end of the last ray did not. */
    void begin(Buffer theta, long update) {
        batch.draw(update);
        backend.read(theta, origin, 0);
        if (batch.number(update) != known || !Arrays.equals(origin, point)) {
            computeAt(theta);
        }
        known = batch.number(update);
        evaluations = batch.fresh(update) ? 1 : 0;
        loss = pointLoss;
        System.arraycopy(pointGradient, 0, gradient, 0, gradient.length);
    }

    private void computeAt(Buffer x) {
        known = -1;
        pointLoss = surface.gradient(x, gradientBuffer);
        backend.read(x, point, 0);
        backend.read(gradientBuffer, pointGradient, 0);
    }

    @Override
    public double value(double length) {
        for (int i = 0; i < point.length; i++) {
            point[i] = origin[i] + length * direction[i];
        }
        backend.write(point, 0, pointBuffer);
        long drawn = known;
        computeAt(pointBuffer);
        known = drawn;
        evaluations++;
        return pointLoss;
    }

    @Override
    public double slope() {
        return Vectors.dot(pointGradient, direction);
    }

    /** Its direction, to be filled in before it is followed. */
    double[] direction() {
        return direction;
    }

    /** The loss where it begins. */
    double loss() {
        return loss;
    }

    /** The gradient where it begins. */
    double[] gradient() {
        return gradient;
    }

    /** The slope where it begins: below 0 if it leads downhill. */
    double firstSlope() {
        return Vectors.dot(gradient, direction);
    }

    /** Searches for a step length; 0 where none lowers the loss. */
    double follow(WolfeSearch search, double first) {
        return search.search(this, loss, firstSlope(), first, Resolution.of(backend, loss));
    }

    /** Where the last value was computed, less where it begins. */
    void step(double[] difference) {
        Vectors.difference(point, origin, difference);
    }

    /** The gradient there, less that where it begins. */
    void change(double[] difference) {
        Vectors.difference(pointGradient, gradient, difference);
    }

    /** Whether the gradient there is made of numbers. */
    boolean finite() {
        return Double.isFinite(Vectors.dot(pointGradient, pointGradient));
    }

    /** {@code theta} = where the last value was computed. */
    void arrive(Buffer theta) {
        backend.copy(pointBuffer, theta);
    }

    /** Goes nowhere: the next ray begins where this one did. */
    void stay() {
        System.arraycopy(origin, 0, point, 0, point.length);
        System.arraycopy(gradient, 0, pointGradient, 0, gradient.length);
        pointLoss = loss;
    }

    /** Gradients of the whole batch that it evaluated. */
    int evaluations() {
        return evaluations;
    }
}
