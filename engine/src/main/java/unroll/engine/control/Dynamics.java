package unroll.engine.control;

import java.util.Arrays;

/**
 * A time step of a plant, {@code x_t+1 = f(x_t, u_t)}, and its derivatives, both exact for either integrator. It keeps working memory: one
 * thread at a time.
 */
public final class Dynamics {
    /** Where the stages of the classical Runge-Kutta method are, in steps, and how much they count. */
    private static final double[] STAGES = {0, 0.5, 0.5, 1};

    private static final double[] SHARES = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};

    private final Plant plant;
    private final double dt;
    private final int n;
    private final int columns;
    private final double[] stages;
    private final double[] shares;
    private final double[] at;
    private final double[] rates;
    private final double[] slopes;
    private final double[] inner;
    private final double[] outer;

    /** @param dt seconds of a step */
    public Dynamics(Plant plant, Integrator integrator, double dt) {
        this.plant = plant;
        this.dt = dt;
        n = plant.width();
        columns = n + plant.forces();
        boolean euler = integrator == Integrator.EULER;
        stages = euler ? new double[] {0} : STAGES;
        shares = euler ? new double[] {1} : SHARES;
        at = new double[columns];
        rates = new double[n];
        slopes = new double[n * columns];
        inner = new double[n * columns];
        outer = new double[n * columns];
    }

    /** {@code to [n] = f(z)} for {@code z = [x u]}. */
    public void next(double[] z, double[] to) {
        System.arraycopy(z, 0, at, 0, columns);
        System.arraycopy(z, 0, to, 0, n);
        for (int s = 0; s < stages.length; s++) {
            move(z, stages[s]);
            plant.rates(at, rates);
            for (int i = 0; i < n; i++) {
                to[i] += dt * shares[s] * rates[i];
            }
        }
    }

    /** Goes from {@code z} by a share of a step along the rates of the stage before. */
    private void move(double[] z, double share) {
        for (int i = 0; share != 0 && i < n; i++) {
            at[i] = z[i] + dt * share * rates[i];
        }
    }

    /** {@code to [n][n + m]}, row by row: the derivatives of f by {@code z = [x u]}. */
    public void jacobian(double[] z, double[] to) {
        System.arraycopy(z, 0, at, 0, columns);
        Arrays.fill(to, 0, n * columns, 0);
        for (int i = 0; i < n; i++) {
            to[i * columns + i] = 1;
        }
        for (int s = 0; s < stages.length; s++) {
            move(z, stages[s]);
            plant.slopes(at, slopes);
            chain(stages[s]);
            plant.rates(at, rates);
            for (int i = 0; i < n * columns; i++) {
                to[i] += dt * shares[s] * inner[i];
            }
        }
    }

    /** Makes of the slopes at a stage the derivatives of its rates by z: {@code inner = Fx (I + dt share inner) + Fu}. */
    private void chain(double share) {
        if (share == 0) {
            System.arraycopy(slopes, 0, inner, 0, inner.length);
            return;
        }
        System.arraycopy(slopes, 0, outer, 0, outer.length);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double slope = dt * share * slopes[i * columns + k];
                for (int j = 0; slope != 0 && j < columns; j++) {
                    outer[i * columns + j] += slope * inner[k * columns + j];
                }
            }
        }
        System.arraycopy(outer, 0, inner, 0, inner.length);
    }
}
