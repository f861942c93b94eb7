package unroll.engine.quadratic;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;

/** {@code f(x) = x' A x / 2} in double, for a symmetric matrix {@code A [n][n]}; its gradient is {@code A x}, a row {@code x A} here. */
final class QuadraticObjective implements Objective, Surface, GaussNewton {
    private final Backend backend = new ReferenceBackend();
    private final int n;
    private final Buffer matrix;
    private final Buffer slope;

    QuadraticObjective(double[][] symmetric) {
        n = symmetric.length;
        matrix = backend.allocate(n, n);
        slope = backend.allocate(1, n);
        double[] cells = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (symmetric[i][j] != symmetric[j][i]) {
                    throw new IllegalArgumentException("not symmetric: " + symmetric[i][j] + " at " + i + ", " + j
                            + " but " + symmetric[j][i] + " opposite");
                }
                cells[i * n + j] = symmetric[i][j];
            }
        }
        backend.write(cells, 0, matrix);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    /** The function is the same at every update. */
    @Override
    public void draw(long update) {}

    @Override
    public Surface whole() {
        return this;
    }

    @Override
    public double gradient(Buffer theta, Buffer gradient) {
        product(theta, gradient);
        return 0.5 * backend.dot(theta, gradient);
    }

    @Override
    public Capability<LossFunction> loss() {
        return new Capability.Present<>(theta -> gradient(theta, slope));
    }

    /** The function is its own quadratic model, and no unit is hidden. */
    @Override
    public Capability<GaussNewton> curvature() {
        return new Capability.Present<>(this);
    }

    @Override
    public void product(Buffer direction, double structural, Buffer product) {
        product(direction, product);
    }

    @Override
    public void gradientSquares(Buffer gradient, Buffer squares) {
        backend.times(1, gradient, gradient, 0, squares);
    }

    private void product(Buffer x, Buffer to) {
        backend.product(x, false, matrix, false, 0, to);
    }
}
