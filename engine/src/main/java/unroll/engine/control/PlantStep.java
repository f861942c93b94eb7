package unroll.engine.control;

import unroll.engine.graph.HostFunction;

/**
 * The step of a plant in its surroundings: {@code x_t+1 = f(x_t, u_t (1 + xi_t) + d_t) + xi'_t} (thesis sec. 6.5) of the row {@code [x u given]},
 * where {@code given} is a {@link GivenRow}.
 */
final class PlantStep implements HostFunction {
    private final Dynamics dynamics;
    private final GivenRow given;
    private final int n;
    private final int m;
    private final double[] z;
    private final double[] jacobian;

    PlantStep(Plant plant, Integrator integrator, double dt) {
        dynamics = new Dynamics(plant, integrator, dt);
        given = GivenRow.of(plant);
        n = plant.width();
        m = plant.forces();
        z = new double[n + m];
        jacobian = new double[n * (n + m)];
    }

    @Override
    public int inputs() {
        return n + m + given.width();
    }

    @Override
    public int outputs() {
        return n;
    }

    /** Where number {@code i} from {@code part} on of what is given stands. */
    private int at(int part, int i) {
        return n + m + part + i;
    }

    private double gain(double[] x, int i) {
        return 1 + x[at(given.noise(), i)];
    }

    private void act(double[] x) {
        System.arraycopy(x, 0, z, 0, n);
        for (int i = 0; i < m; i++) {
            z[n + i] = x[n + i] * gain(x, i) + x[at(given.disturbance(), i)];
        }
    }

    @Override
    public void value(double[] x, double[] y) {
        act(x);
        dynamics.next(z, y);
        for (int i = 0; i < n; i++) {
            y[i] += x[at(given.stateNoise(), i)];
        }
    }

    /** {@code to [n][n + m]}: the derivatives by state and clean commands. */
    void jacobian(double[] x, double[] to) {
        act(x);
        dynamics.jacobian(z, to);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                to[i * (n + m) + n + j] *= gain(x, j);
            }
        }
    }

    @Override
    public void tangent(double[] x, double[] rx, double[] ry) {
        act(x);
        dynamics.jacobian(z, jacobian);
        for (int i = 0; i < n; i++) {
            double sum = rx[at(given.stateNoise(), i)];
            for (int j = 0; j < n; j++) {
                sum += jacobian[i * (n + m) + j] * rx[j];
            }
            for (int j = 0; j < m; j++) {
                double acting =
                        rx[n + j] * gain(x, j) + x[n + j] * rx[at(given.noise(), j)] + rx[at(given.disturbance(), j)];
                sum += jacobian[i * (n + m) + n + j] * acting;
            }
            ry[i] = sum;
        }
    }

    @Override
    public void adjoint(double[] x, double[] ay, double[] ax) {
        act(x);
        dynamics.jacobian(z, jacobian);
        for (int i = n + m; i < ax.length; i++) {
            ax[i] = 0;
        }
        for (int j = 0; j < n; j++) {
            ax[j] = column(ay, j);
            ax[at(given.stateNoise(), j)] = ay[j];
        }
        for (int j = 0; j < m; j++) {
            double acting = column(ay, n + j);
            ax[n + j] = acting * gain(x, j);
            ax[at(given.noise(), j)] = acting * x[n + j];
            ax[at(given.disturbance(), j)] = acting;
        }
    }

    private double column(double[] ay, int j) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += jacobian[i * (n + m) + j] * ay[i];
        }
        return sum;
    }
}
