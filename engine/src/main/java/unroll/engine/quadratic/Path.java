package unroll.engine.quadratic;

import java.util.Arrays;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.OptimiserSettings;

/** Where an optimiser went on a quadratic function: its points before the first update and after each. */
public final class Path {
    private final double[][] points;
    private final boolean cut;

    private Path(double[][] points, boolean cut) {
        this.points = points;
        this.cut = cut;
    }

    /**
     * Lets an optimiser run on {@code x' A x / 2} in double.
     *
     * @param matrix {@code A [n][n]}, symmetric
     * @param start {@code [n]}
     * @param updates at most; fewer where the next would leave the numbers
     */
    public static Path of(OptimiserSettings method, double[][] matrix, double[] start, int updates) {
        QuadraticObjective f = new QuadraticObjective(matrix);
        Backend backend = f.backend();
        Optimiser optimiser = method.optimiser(f);
        Buffer theta = backend.allocate(1, f.dimension());
        backend.write(start, 0, theta);
        double[][] points = new double[updates + 1][f.dimension()];
        int made = 0;
        backend.read(theta, points[0], 0);
        while (made < updates && optimiser.step(theta, made).finite()) {
            made++;
            backend.read(theta, points[made], 0);
        }
        return new Path(Arrays.copyOf(points, made + 1), made < updates);
    }

    /** How many updates were made. */
    public int updates() {
        return points.length - 1;
    }

    /** Whether the next update would have left the numbers, so that it was not made. */
    public boolean cut() {
        return cut;
    }

    /** A coordinate after so many updates. */
    public double at(int update, int coordinate) {
        return points[update][coordinate];
    }

    /** How far the minimum is after so many updates, {@code |x|}. */
    public double distance(int update) {
        double distance = 0;
        for (double x : points[update]) {
            distance = Math.hypot(distance, x);
        }
        return distance;
    }
}
