package unroll.engine.task;

import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * The physics of the bouncing balls: discs of one size and mass in a box, as in the script published with the RTRBM
 * (Sutskever, Hinton and Taylor 2008).
 *
 * <p>Coordinate k (0 the column, 1 the row) of the position of ball i is {@code x[x0 + (2 i + k) stride]}, of its
 * velocity {@code v[v0 + 2 i + k]}, so that the state can lie in any array of the caller.
 */
record Box(int balls, double radius) {
    /** The box is this wide and this high. */
    static final double SIZE = 10;

    /** The Euclidean norm of all velocities together, per frame. */
    static final double SPEED = 0.5;

    /** Positions are drawn from LOWEST to SIZE before those outside the walls are refused. */
    private static final double LOWEST = 2;

    private static final int SUBSTEPS = 2;

    /** Placements that must fit for {@link #hasRoom} ... */
    private static final int FITTING_AT_LEAST = 4;

    /** ... among this many tries; with fewer that fit, placing would take longer than the video itself. */
    private static final int TRIALS = 20_000;

    /** Far beyond that: a box found to have room is given up with a probability near exp(-200). */
    private static final int GIVE_UP = 1_000_000;

    /** Draws velocities and then positions, all positions anew until no ball overlaps a wall or another ball. */
    void start(Philox random, double[] x, int x0, int stride, double[] v, int v0) {
        double square = 0;
        for (int k = v0; k < v0 + 2 * balls; k++) {
            v[k] = random.gaussian();
            square += v[k] * v[k];
        }
        double scale = SPEED / Math.sqrt(square);
        for (int k = v0; k < v0 + 2 * balls; k++) {
            v[k] *= scale;
        }
        for (int attempt = 0; attempt < GIVE_UP; attempt++) {
            for (int k = 0; k < 2 * balls; k++) {
                x[x0 + k * stride] = LOWEST + (SIZE - LOWEST) * random.nextDouble();
            }
            if (fits(x, x0, stride)) {
                return;
            }
        }
        throw new IllegalStateException(balls + " balls of radius " + radius + " found no place in the box");
    }

    /** Whether no ball overlaps a wall or another ball. */
    boolean fits(double[] x, int x0, int stride) {
        for (int k = 0; k < 2 * balls; k++) {
            double coordinate = x[x0 + k * stride];
            if (coordinate < radius || coordinate + radius > SIZE) {
                return false;
            }
        }
        for (int i = 1; i < balls; i++) {
            for (int j = 0; j < i; j++) {
                double dx = x[x0 + 2 * i * stride] - x[x0 + 2 * j * stride];
                double dy = x[x0 + (2 * i + 1) * stride] - x[x0 + (2 * j + 1) * stride];
                if (Math.sqrt(dx * dx + dy * dy) < 2 * radius) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Moves on by one frame. */
    void frame(double[] x, int x0, int stride, double[] v, int v0) {
        for (int step = 0; step < SUBSTEPS; step++) {
            for (int k = 0; k < 2 * balls; k++) {
                int at = x0 + k * stride;
                x[at] += v[v0 + k] / SUBSTEPS;
                if (x[at] - radius < 0) {
                    v[v0 + k] = Math.abs(v[v0 + k]);
                }
                if (x[at] + radius > SIZE) {
                    v[v0 + k] = -Math.abs(v[v0 + k]);
                }
            }
            for (int i = 1; i < balls; i++) {
                for (int j = 0; j < i; j++) {
                    collide(i, j, x, x0, stride, v, v0);
                }
            }
        }
    }

    /**
     * Two balls that overlap exchange the parts of their velocities along the line of their centres, whether they
     * approach or not: balls that overlap deeply can exchange them twice, as in the published script.
     */
    private void collide(int i, int j, double[] x, int x0, int stride, double[] v, int v0) {
        double wx = x[x0 + 2 * i * stride] - x[x0 + 2 * j * stride];
        double wy = x[x0 + (2 * i + 1) * stride] - x[x0 + (2 * j + 1) * stride];
        double distance = Math.sqrt(wx * wx + wy * wy);
        if (distance < 2 * radius && distance > 0) {
            wx /= distance;
            wy /= distance;
            int vi = v0 + 2 * i;
            int vj = v0 + 2 * j;
            double exchanged = wx * (v[vj] - v[vi]) + wy * (v[vj + 1] - v[vi + 1]);
            v[vi] += exchanged * wx;
            v[vi + 1] += exchanged * wy;
            v[vj] -= exchanged * wx;
            v[vj + 1] -= exchanged * wy;
        }
    }

    /** Whether a random placement fits at least once in 5,000 tries, as found by trying with a stream of its own. */
    boolean hasRoom() {
        Philox random = new Philox(0, Purpose.SAMPLING);
        double[] x = new double[2 * balls];
        int fitting = 0;
        for (int trial = 0; trial < TRIALS && fitting < FITTING_AT_LEAST; trial++) {
            for (int k = 0; k < x.length; k++) {
                x[k] = random.uniform(LOWEST, SIZE);
            }
            fitting += fits(x, 0, 1) ? 1 : 0;
        }
        return fitting == FITTING_AT_LEAST;
    }
}
