package unroll.engine.graph;

/**
 * One step of a mass of 1 in the plane that is pushed by a force and slowed down by drag: from (position, velocity, force) to
 * (position, velocity), with {@code w = v + dt (f - c |v|^2 v)} and {@code p' = p + dt w}.
 */
final class PointMass implements HostFunction {
    /** Position and velocity. */
    static final int STATE = 4;

    static final int FORCE = 2;

    /** Seconds of a step. */
    static final double DT = 0.4;

    /** Force at a speed of 1. */
    static final double DRAG = 0.3;

    private final double drag;

    PointMass(double drag) {
        this.drag = drag;
    }

    @Override
    public int inputs() {
        return STATE + FORCE;
    }

    @Override
    public int outputs() {
        return STATE;
    }

    @Override
    public void value(double[] x, double[] y) {
        double square = x[2] * x[2] + x[3] * x[3];
        for (int i = 0; i < 2; i++) {
            y[2 + i] = x[2 + i] + DT * (x[4 + i] - drag * square * x[2 + i]);
            y[i] = x[i] + DT * y[2 + i];
        }
    }

    @Override
    public void tangent(double[] x, double[] rx, double[] ry) {
        double square = x[2] * x[2] + x[3] * x[3];
        double moved = 2 * (x[2] * rx[2] + x[3] * rx[3]);
        for (int i = 0; i < 2; i++) {
            ry[2 + i] = rx[2 + i] + DT * (rx[4 + i] - drag * (moved * x[2 + i] + square * rx[2 + i]));
            ry[i] = rx[i] + DT * ry[2 + i];
        }
    }

    @Override
    public void adjoint(double[] x, double[] ay, double[] ax) {
        double square = x[2] * x[2] + x[3] * x[3];
        double along = (ay[2] + DT * ay[0]) * x[2] + (ay[3] + DT * ay[1]) * x[3];
        for (int i = 0; i < 2; i++) {
            double w = ay[2 + i] + DT * ay[i];
            ax[i] = ay[i];
            ax[2 + i] = w - DT * drag * (square * w + 2 * x[2 + i] * along);
            ax[4 + i] = DT * w;
        }
    }
}
