package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import unroll.engine.dynamics.FixedPoint.Stability;
import unroll.engine.dynamics.LevenbergMarquardt.Rest;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Searches for fixed and slow points of a map (Sussillo and Barak 2013) from states of trajectories, from the box around these, and from
 * the midpoints between stable points found so, where saddles lie.
 *
 * @param visited starts that are states of trajectories, with Gaussian noise of a tenth of their root mean square
 * @param uniform starts that are uniform in the box around the trajectories, half as wide again
 * @param iterations evaluations from each start at most
 * @param vectors so many of each point's slowest modes come with their eigenvectors
 * @param seed of what is drawn
 */
public record FixedPointSearch(int visited, int uniform, int iterations, int vectors, long seed) {
    private static final double NOISE = 0.1;
    private static final double WIDER = 1.5;

    /** With q below this a state is a fixed point. */
    private static final double FIXED = 1e-20;

    /** A slow point has a q below this share of the median over the starts. */
    private static final double SLOW = 1e-4;

    /** A state is a minimum of q where {@code |grad q| / |f|} is below this: f changes by no larger share of a step. */
    private static final double LEVEL = 1e-2;

    /** Points nearer to each other than this share of the starts' mean distance from their centre are one. */
    private static final double SAME = 1e-3;

    /** Points farther away than so many mean distances are no business of the network's. */
    private static final double FAR = 10;

    /** Midpoints between so many stable points at most. */
    private static final int PAIRED = 24;

    private static final int POLISHES = 8;

    /** As many starts as find what there is in most networks. */
    public static final FixedPointSearch USUAL = new FixedPointSearch(512, 256, 100, 4, 1);

    public FixedPointSearch {
        if (visited < 0 || uniform < 0 || visited + uniform == 0 || iterations < 1) {
            throw new IllegalArgumentException("a search takes 1 or more starts and 1 or more iterations");
        }
    }

    /** Where the starts are: their centre and their mean distance from it. */
    private record Extent(double[] centre, double distance) {
        static Extent of(double[][] states) {
            double[] centre = new double[states[0].length];
            for (double[] state : states) {
                for (int i = 0; i < centre.length; i++) {
                    centre[i] += state[i] / states.length;
                }
            }
            return new Extent(
                    centre,
                    Arrays.stream(states)
                            .mapToDouble(state -> Vectors.distance(state, centre))
                            .average()
                            .orElse(0));
        }
    }

    /**
     * Searches.
     *
     * @param trajectories states that the map goes through, {@code [N][n]}, at least one
     * @param progress told the share that is done; ends the search by an exception of its own
     */
    public FixedPoints find(StateMap map, double[][] trajectories, DoubleConsumer progress) {
        if (trajectories.length == 0) {
            throw new IllegalArgumentException(
                    "a search for fixed points begins at states of trajectories; give one or more");
        }
        double[][] starts = starts(trajectories);
        Extent extent = Extent.of(starts);
        double slow = SLOW * median(map, starts);
        List<Rest> rests = search(map, starts, share -> progress.accept(0.8 * share));
        List<FixedPoint> first = points(map, rests, extent, slow);
        double[][] between = midpoints(first);
        if (between.length > 0) {
            rests = Stream.concat(
                            rests.stream(), search(map, between, share -> progress.accept(0.8 + 0.2 * share)).stream())
                    .toList();
            first = points(map, rests, extent, slow);
        }
        progress.accept(1);
        return new FixedPoints(
                first,
                starts.length + between.length,
                first.stream().mapToInt(FixedPoint::starts).sum());
    }

    private List<Rest> search(StateMap map, double[][] starts, DoubleConsumer progress) {
        return List.of(new LevenbergMarquardt(map, starts.length, iterations).solve(starts, progress));
    }

    private double[][] starts(double[][] trajectories) {
        Philox random = new Philox(seed, Purpose.SAMPLING);
        int n = trajectories[0].length;
        double[] low = trajectories[0].clone();
        double[] high = trajectories[0].clone();
        double squares = 0;
        for (double[] state : trajectories) {
            for (int i = 0; i < n; i++) {
                low[i] = Math.min(low[i], state[i]);
                high[i] = Math.max(high[i], state[i]);
                squares += state[i] * state[i];
            }
        }
        double size = Math.sqrt(squares / n / trajectories.length);
        double noise = NOISE * (size > 0 ? size : 1);
        double[][] starts = new double[visited + uniform][n];
        for (int s = 0; s < visited; s++) {
            double[] from = trajectories[random.integer(0, trajectories.length - 1)];
            Arrays.setAll(starts[s], i -> from[i] + noise * random.gaussian());
        }
        for (int s = visited; s < starts.length; s++) {
            Arrays.setAll(starts[s], i -> {
                double half = Math.max(WIDER * (high[i] - low[i]) / 2, noise);
                return (low[i] + high[i]) / 2 + half * (2 * random.nextDouble() - 1);
            });
        }
        return starts;
    }

    private static double median(StateMap map, double[][] states) {
        StateMap.Steps one = map.steps(1);
        double[] after = new double[map.size()];
        double[] speeds = new double[states.length];
        for (int i = 0; i < speeds.length; i++) {
            one.next(0, states[i], after);
            double distance = Vectors.distance(after, states[i]);
            speeds[i] = distance * distance / 2;
        }
        Arrays.sort(speeds);
        return speeds[speeds.length / 2];
    }

    private static double[][] midpoints(List<FixedPoint> points) {
        List<double[]> stable = points.stream()
                .filter(point -> !point.slow() && point.stability() == Stability.STABLE)
                .limit(PAIRED)
                .map(FixedPoint::state)
                .toList();
        List<double[]> between = new ArrayList<>();
        for (int i = 0; i < stable.size(); i++) {
            for (int j = i + 1; j < stable.size(); j++) {
                double[] a = stable.get(i);
                double[] b = stable.get(j);
                double[] middle = new double[a.length];
                Arrays.setAll(middle, k -> (a[k] + b[k]) / 2);
                between.add(middle);
            }
        }
        return between.toArray(double[][]::new);
    }

    /** A place to which some starts came. */
    private static final class Place {
        private final Rest best;
        private int starts = 1;

        Place(Rest best) {
            this.best = best;
        }
    }

    private List<FixedPoint> points(StateMap map, List<Rest> rests, Extent extent, double slow) {
        List<Place> places = new ArrayList<>();
        rests.stream()
                .filter(rest -> rest.speed() < FIXED || rest.speed() < slow && rest.steepness() < LEVEL)
                .filter(rest -> Vectors.distance(rest.state(), extent.centre()) < FAR * extent.distance())
                .sorted(Comparator.comparingDouble(Rest::speed))
                .forEach(rest -> places.stream()
                        .filter(place -> Vectors.distance(place.best.state(), rest.state()) < SAME * extent.distance())
                        .findFirst()
                        .ifPresentOrElse(place -> place.starts++, () -> places.add(new Place(rest))));
        return places.stream()
                .map(place -> point(map, place))
                .sorted(Comparator.comparing(FixedPoint::slow)
                        .thenComparingInt(FixedPoint::unstableDirections)
                        .thenComparing(
                                Comparator.comparingInt(FixedPoint::starts).reversed())
                        .thenComparingDouble(point -> point.state()[0]))
                .toList();
    }

    private FixedPoint point(StateMap map, Place place) {
        boolean still = place.best.speed() < FIXED;
        double[] state = still ? polished(map, place.best.state()) : place.best.state();
        double[] after = new double[map.size()];
        map.steps(1).next(0, state, after);
        double distance = Vectors.distance(after, state);
        List<Mode> modes = Modes.of(map.jacobian(0, state), map.size(), vectors);
        return new FixedPoint(state, distance * distance / 2, !still, place.starts, modes);
    }

    /** Newton's method, as long as it helps. */
    static double[] polished(StateMap map, double[] from) {
        int n = map.size();
        StateMap.Steps one = map.steps(1);
        double[] best = from;
        double least = Double.POSITIVE_INFINITY;
        double[] state = from.clone();
        double[] after = new double[n];
        DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
        for (int round = 0; round < POLISHES; round++) {
            one.next(0, state, after);
            double distance = Vectors.distance(after, state);
            if (!(distance < least)) {
                return best;
            }
            least = distance;
            best = state.clone();
            map.jacobians(one, jacobian.data);
            DMatrixRMaj difference = new DMatrixRMaj(n, 1);
            for (int i = 0; i < n; i++) {
                jacobian.add(i, i, -1);
                difference.data[i] = state[i] - after[i];
            }
            var solver = LinearSolverFactory_DDRM.lu(n);
            DMatrixRMaj step = new DMatrixRMaj(n, 1);
            if (!solver.setA(jacobian)) {
                return best;
            }
            solver.solve(difference, step);
            for (int i = 0; i < n; i++) {
                state[i] += step.data[i];
            }
        }
        return best;
    }
}
