package unroll.engine.optim;

import java.util.Map;
import java.util.TreeMap;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;

/** {@code f(x) = x' A x / 2} with {@code A = Q diag(lambda) Q'}; its minimum is 0 at the origin. */
class QuadraticForm implements Objective, Surface, GaussNewton {
    final Backend backend;
    final double[] eigenvalues;
    final double[][] eigenvectors;
    private final double[][] matrix;
    long drawn = -1;

    /** @param reflection the eigenvectors are the columns of {@code I - 2 w w' / w'w} for this w */
    QuadraticForm(Backend backend, double[] eigenvalues, double[] reflection) {
        this.backend = backend;
        this.eigenvalues = eigenvalues.clone();
        int n = eigenvalues.length;
        eigenvectors = new double[n][n];
        matrix = new double[n][n];
        double square = 0;
        for (double w : reflection) {
            square += w * w;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                eigenvectors[i][j] = (i == j ? 1 : 0) - 2 * reflection[i] * reflection[j] / square;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += eigenvectors[k][i] * eigenvalues[k] * eigenvectors[k][j];
                }
            }
        }
    }

    @Override
    public int dimension() {
        return eigenvalues.length;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public void draw(long update) {
        drawn = update;
    }

    /** The function is its own quadratic model, and no unit is hidden. */
    @Override
    public void product(Buffer direction, double structural, Buffer product) {
        gradient(direction, product);
    }

    @Override
    public void gradientSquares(Buffer gradient, Buffer squares) {
        backend.times(1, gradient, gradient, 0, squares);
    }

    @Override
    public Surface whole() {
        return this;
    }

    @Override
    public Capability<LossFunction> loss() {
        return new Capability.Present<>(this::value);
    }

    @Override
    public Capability<GaussNewton> curvature() {
        return new Capability.Present<>(this);
    }

    double value(Buffer theta) {
        return gradient(theta, backend.allocate(1, dimension()));
    }

    @Override
    public double gradient(Buffer theta, Buffer gradient) {
        double[] x = read(theta);
        double[] g = new double[x.length];
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                g[i] += matrix[i][j] * x[j];
            }
            value += x[i] * g[i] / 2;
        }
        backend.write(g, 0, gradient);
        return value;
    }

    double[] read(Buffer buffer) {
        return backend.read(buffer);
    }

    /** The component of x along eigenvector i. */
    double along(double[] x, int i) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += eigenvectors[i][j] * x[j];
        }
        return sum;
    }

    Buffer start(double[] numbers) {
        Buffer theta = backend.allocate(1, numbers.length);
        backend.write(numbers, 0, theta);
        return theta;
    }

    /** A copy of what an optimiser carries, by name. */
    Map<String, double[]> carried(Optimiser optimiser) {
        Map<String, double[]> numbers = new TreeMap<>();
        optimiser.state().forEach((name, buffer) -> numbers.put(name, read(buffer)));
        return numbers;
    }
}
