package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import unroll.engine.backend.Buffer;
import unroll.engine.dynamics.Portrait.Box;
import unroll.engine.optim.Optimiser;
import unroll.engine.optim.OptimiserSettings;
import unroll.engine.optim.Step;

/**
 * The loss over a part of a plane in the space of parameters.
 *
 * @param box the part; y alone counts nothing where the slice is a line
 * @param values by column and row
 */
public record LossSlice(Box box, double[][] values) {
    /**
     * A way that an optimiser went.
     *
     * @param x at the start and after each update
     * @param y the same
     * @param loss before each update
     * @param gradient length of the gradient before each update
     * @param finite whether it went to the end; otherwise it left the finite numbers
     */
    public record Path(double[] x, double[] y, double[] loss, double[] gradient, boolean finite) {
        /** Updates that were made. */
        public int updates() {
            return loss.length;
        }
    }

    /** The loss at {@code across} times {@code up} points, corners included. */
    public static LossSlice of(BatchLoss loss, Box box, int across, int up, DoubleConsumer progress) {
        requirePlane(loss);
        if (across < 2 || up < 2) {
            throw new IllegalArgumentException("a slice has 2 or more points across and up");
        }
        double[][] values = new double[across][up];
        for (int i = 0; i < across; i++) {
            for (int j = 0; j < up; j++) {
                values[i][j] = loss.value(box.x(i / (across - 1.0)), box.y(j / (up - 1.0)));
            }
            progress.accept((i + 1.0) / across);
        }
        return new LossSlice(box, values);
    }

    /** The loss along a line, at {@code count} points from {@code from} to {@code to}; of a plane y is 0. */
    public static double[] profile(BatchLoss loss, double from, double to, int count) {
        double[] values = new double[count];
        double[] place = new double[loss.dimension()];
        for (int i = 0; i < count; i++) {
            place[0] = from + (to - from) * i / (count - 1);
            values[i] = loss.value(place);
        }
        return values;
    }

    /**
     * The way of an optimiser that sees the plane alone, by the very steps that it makes in training.
     *
     * @param progress told the share that is done; ends it by an exception of its own
     */
    public static Path descend(
            BatchLoss loss, OptimiserSettings settings, double x, double y, int updates, DoubleConsumer progress) {
        requirePlane(loss);
        Optimiser optimiser = settings.optimiser(loss);
        Buffer theta = loss.backend().allocate(1, 2);
        loss.backend().write(new double[] {x, y}, 0, theta);
        List<double[]> way = new ArrayList<>();
        way.add(new double[] {x, y});
        List<double[]> seen = new ArrayList<>();
        boolean finite = true;
        for (int update = 0; update < updates && finite; update++) {
            Step step = optimiser.step(theta, update);
            finite = step.finite();
            if (finite) {
                seen.add(new double[] {step.loss(), step.gradientNorm()});
                way.add(loss.backend().read(theta));
            }
            progress.accept((update + 1.0) / updates);
        }
        return new Path(column(way, 0), column(way, 1), column(seen, 0), column(seen, 1), finite);
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static void requirePlane(BatchLoss loss) {
        if (loss.dimension() != 2) {
            throw new IllegalArgumentException("a map of the loss takes two directions, not " + loss.dimension());
        }
    }
}
