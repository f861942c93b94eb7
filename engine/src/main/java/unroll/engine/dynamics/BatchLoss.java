package unroll.engine.dynamics;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.model.Parameters;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.problem.Predictor;
import unroll.engine.rollout.Rollout;
import unroll.engine.sequence.Batch;

/**
 * The mean loss of a batch that never changes, over some directions in the space of parameters: {@code L(origin + sum_i x_i d_i)}. One
 * thread at a time.
 */
public final class BatchLoss implements Objective, Surface {
    private final Rollout rollout;
    private final double scale;
    private final double[] origin;
    private final double[][] directions;
    private final Backend backend;
    private final double[] theta;
    private final double[] slope;

    /**
     * Over the plane or line through {@code origin}.
     *
     * @param batch of sequences of the network
     * @param origin flat parameter vector
     * @param directions each as long as it, one or more
     */
    public BatchLoss(Predictor predictor, Batch batch, double[] origin, double[][] directions) {
        int size = predictor.layout().size();
        if (directions.length == 0 || origin.length != size) {
            throw new IllegalArgumentException("a slice goes through " + size
                    + " parameters in 1 or more directions, not " + origin.length + " in " + directions.length);
        }
        for (double[] direction : directions) {
            if (direction.length != size) {
                throw new IllegalArgumentException(
                        "a direction has " + size + " numbers as the network has parameters, not " + direction.length);
            }
        }
        backend = CpuBackend.of(Precision.DOUBLE);
        rollout = predictor.rollout(
                backend,
                Parameters.of(predictor.layout(), backend),
                predictor.shape(batch.sequences()).over(batch.steps()));
        rollout.load(batch.input(), batch.target(), batch.weight());
        scale = 1.0 / batch.sequences();
        this.origin = origin.clone();
        this.directions = directions.clone();
        theta = new double[size];
        slope = new double[size];
    }

    /** The direction of one number of the flat parameter vector. */
    public static double[] along(int parameter, int size) {
        double[] direction = new double[size];
        direction[parameter] = 1;
        return direction;
    }

    private void place(double... x) {
        System.arraycopy(origin, 0, theta, 0, theta.length);
        for (int k = 0; k < directions.length; k++) {
            Vectors.add(x[k], directions[k], 0, theta, 0, theta.length);
        }
        backend.write(theta, 0, rollout.parameters().value());
    }

    /** The loss at a place. */
    public double value(double... x) {
        place(x);
        return rollout.value(scale);
    }

    /** The gradient at a place, along each direction. */
    public double[] gradient(double... x) {
        double[] along = new double[directions.length];
        slopes(along, x);
        return along;
    }

    private double slopes(double[] along, double... x) {
        place(x);
        double loss = rollout.gradient(scale);
        backend.read(rollout.parameters().gradient(), slope, 0);
        for (int k = 0; k < along.length; k++) {
            along[k] = Vectors.dot(slope, directions[k]);
        }
        return loss;
    }

    @Override
    public int dimension() {
        return directions.length;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    /** The batch is the same at every update. */
    @Override
    public void draw(long update) {}

    @Override
    public Surface whole() {
        return this;
    }

    @Override
    public double gradient(Buffer place, Buffer gradient) {
        double[] along = new double[directions.length];
        double loss = slopes(along, backend.read(place));
        backend.write(along, 0, gradient);
        return loss;
    }

    @Override
    public Capability<LossFunction> loss() {
        return new Capability.Present<>(place -> value(backend.read(place)));
    }

    @Override
    public Capability<GaussNewton> curvature() {
        return new Capability.Absent<>("a slice of its loss has no curvature of its own", "a first-order method");
    }
}
