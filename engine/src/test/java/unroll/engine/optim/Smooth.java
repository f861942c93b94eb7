package unroll.engine.optim;

import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.objective.Capability;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.LossFunction;
import unroll.engine.objective.Objective;
import unroll.engine.objective.Surface;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** A function of several numbers given by its value and gradient, the same on every batch. */
abstract class Smooth implements Objective, Surface {
    final Backend backend = new ReferenceBackend();
    final int dimension;
    int gradients;
    long drawn = -1;

    Smooth(int dimension) {
        this.dimension = dimension;
    }

    abstract double compute(double[] x, double[] gradient);

    /** The chained function of Rosenbrock: {@code sum 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2}; its minimum is 0 at ones. */
    static Smooth rosenbrock(int dimension) {
        return new Smooth(dimension) {
            @Override
            double compute(double[] x, double[] g) {
                double value = 0;
                for (int i = 0; i + 1 < x.length; i++) {
                    double valley = x[i + 1] - x[i] * x[i];
                    value += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
                    g[i] += -400 * valley * x[i] - 2 * (1 - x[i]);
                    g[i + 1] += 200 * valley;
                }
                return value;
            }
        };
    }

    /** Logistic regression with decay, on random cases: {@code sum_k log(1 + exp(-a_k'x)) + 0.01 / 2 |x|^2}, strictly convex. */
    static Smooth logistic(int dimension, long seed) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        double[][] cases = new double[3 * dimension][dimension];
        for (double[] row : cases) {
            for (int i = 0; i < dimension; i++) {
                row[i] = random.gaussian() * (1 + i % 3) + 0.1;
            }
        }
        return new Smooth(dimension) {
            @Override
            double compute(double[] x, double[] g) {
                double value = 0;
                for (double[] row : cases) {
                    double margin = Vectors.dot(row, x);
                    value += Math.log1p(Math.exp(-margin));
                    Vectors.addScaled(-1 / (1 + Math.exp(margin)), row, g);
                }
                Vectors.addScaled(0.01, x, g);
                return value + 0.005 * Vectors.dot(x, x);
            }
        };
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public void draw(long update) {
        drawn = update;
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
        return new Capability.Absent<>("no test needs it", "objective");
    }

    double value(Buffer theta) {
        return compute(read(theta), new double[dimension]);
    }

    @Override
    public double gradient(Buffer theta, Buffer gradient) {
        gradients++;
        double[] g = new double[dimension];
        double value = compute(read(theta), g);
        backend.write(g, 0, gradient);
        return value;
    }

    double[] read(Buffer buffer) {
        return backend.read(buffer);
    }

    Buffer start(double[] numbers) {
        Buffer theta = backend.allocate(1, numbers.length);
        backend.write(numbers, 0, theta);
        return theta;
    }
}
