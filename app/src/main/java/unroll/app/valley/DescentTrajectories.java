package unroll.app.valley;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import unroll.app.chart.Curve;
import unroll.app.chart.Trail;
import unroll.app.chart.ValleyData;
import unroll.app.chart.ValleyPlot;
import unroll.engine.quadratic.Path;

/** Where the three methods go in one setup: the engine's own optimisers, run in double. */
final class DescentTrajectories {
    private final Setup setup;
    private final Map<Method, Path> paths = new EnumMap<>(Method.class);

    /** Runs all methods; three hundred updates in a plane take less than a frame. */
    DescentTrajectories(Setup setup) {
        this.setup = setup;
        for (Method method : Method.values()) {
            double[] start = {setup.x(), setup.y()};
            paths.put(method, Path.of(method.settings(setup), setup.matrix(), start, setup.updates()));
        }
    }

    Setup setup() {
        return setup;
    }

    Path path(Method method) {
        return Objects.requireNonNull(paths.get(method));
    }

    Trail trail(Method method) {
        Path path = path(method);
        double[] x = new double[path.updates() + 1];
        double[] y = new double[path.updates() + 1];
        for (int t = 0; t < x.length; t++) {
            x[t] = path.at(t, 0);
            y[t] = path.at(t, 1);
        }
        return new Trail(method.label(), method.ink(), method.mark(), x, y);
    }

    /** The distance to the minimum after each of the first updates. */
    Curve distances(Method method, int shown) {
        Path path = path(method);
        int size = Math.min(shown, path.updates()) + 1;
        double[] updates = new double[size];
        double[] distances = new double[size];
        for (int t = 0; t < size; t++) {
            updates[t] = t;
            distances[t] = path.distance(t);
        }
        return new Curve(updates, distances);
    }

    /** The parts of the step after so many updates, or of the last: {@code mu v}, then {@code -epsilon g}, read off the path. */
    ValleyData.Next next(Method method, int shown) {
        Path path = path(method);
        int from = Math.min(shown, path.updates() - 1);
        double mu = method == Method.DESCENT ? 0 : setup.momentum();
        double[] kept = new double[2];
        for (int i = 0; i < 2; i++) {
            double velocity = from == 0 ? 0 : path.at(from, i) - path.at(from - 1, i);
            kept[i] = path.at(from, i) + mu * velocity;
        }
        return new ValleyData.Next(
                method.ink(),
                path.at(from, 0),
                path.at(from, 1),
                kept[0],
                kept[1],
                path.at(from + 1, 0),
                path.at(from + 1, 1));
    }

    /** The first update after which a method is out of the part of the plane that is always seen. */
    OptionalInt leaves(Method method) {
        Path path = path(method);
        for (int t = 0; t <= path.updates(); t++) {
            if (Math.abs(path.at(t, 0)) > ValleyPlot.HALF_WIDTH || Math.abs(path.at(t, 1)) > ValleyPlot.HALF_HEIGHT) {
                return OptionalInt.of(t);
            }
        }
        return OptionalInt.empty();
    }

    /** The least and the most distance of the methods that are shown. */
    DistanceRange span(Iterable<Method> methods) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Method method : methods) {
            Path path = path(method);
            for (int t = 0; t <= path.updates(); t++) {
                double distance = path.distance(t);
                least = distance > 0 ? Math.min(least, distance) : least;
                most = Math.max(most, distance);
            }
        }
        return DistanceRange.around(least, most);
    }
}
