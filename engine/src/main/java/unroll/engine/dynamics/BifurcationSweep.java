package unroll.engine.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Turns a number of a map up and down and notes what it does in the long run: a bifurcation diagram, with its fixed points continued from
 * each value to the next.
 *
 * @param from the least value
 * @param to the largest
 * @param count of values, 2 or more
 * @param settling steps at each value before which nothing counts
 * @param kept steps that are noted then
 * @param starts random starts at each value
 * @param seed of these
 */
public record BifurcationSweep(double from, double to, int count, int settling, int kept, int starts, long seed) {
    /** New fixed points are searched for at one value in so many. */
    private static final int SEARCHED = 20;

    private static final int SEARCH_STARTS = 24;

    /** Points nearer than this, relative to their size, are one. */
    private static final double SAME = 1e-6;

    /** A continued state is a fixed point if the map moves it by less than this. */
    private static final double STILL = 1e-9;

    /** A state that moves farther than this from one value to the next, relative to its size, has gone to another branch. */
    private static final double JUMP = 0.3;

    public BifurcationSweep {
        if (!(from < to) || count < 2 || settling < 0 || kept < 1 || starts < 0) {
            throw new IllegalArgumentException(
                    "a sweep goes over 2 or more values from a smaller to a larger one, and notes 1 or more steps");
        }
    }

    /** The usual number of steps over that range. */
    public static BifurcationSweep over(double from, double to) {
        return new BifurcationSweep(from, to, 400, 500, 100, 8, 1);
    }

    /** The values. */
    public double[] values() {
        double[] values = new double[count];
        Arrays.setAll(values, i -> from + (to - from) * i / (count - 1));
        return values;
    }

    /**
     * Sweeps.
     *
     * @param family the map at each value
     * @param start of the way up
     * @param seen what is seen of a state: a unit, or how far it lies along an axis
     * @param progress told the share that is done; ends the sweep by an exception of its own
     */
    public Bifurcation along(
            DoubleFunction<? extends StateMap> family,
            double[] start,
            ToDoubleFunction<double[]> seen,
            DoubleConsumer progress) {
        double[] values = values();
        List<StateMap> maps = new ArrayList<>();
        for (double value : values) {
            maps.add(family.apply(value));
        }
        double[][] up = new double[count][kept];
        double[][] down = new double[count][kept];
        double[][] others = new double[count][starts];
        double[] exponents = new double[count];
        double[] state = start.clone();
        for (int i = 0; i < count; i++) {
            exponents[i] = follow(maps.get(i), state, seen, up[i]);
            others(maps.get(i), i, seen, others[i]);
            progress.accept(0.4 * (i + 1) / count);
        }
        for (int i = count - 1; i >= 0; i--) {
            follow(maps.get(i), state, seen, down[i]);
            progress.accept(0.4 + 0.3 * (count - i) / count);
        }
        List<List<double[]>> points = points(maps, start, share -> progress.accept(0.7 + 0.3 * share));
        List<List<Bifurcation.Branch>> branches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StateMap map = maps.get(i);
            branches.add(points.get(i).stream()
                    .map(point -> new Bifurcation.Branch(
                            seen.applyAsDouble(point),
                            !Modes.of(map.jacobian(0, point), map.size(), 0)
                                    .getFirst()
                                    .unstable()))
                    .sorted(Comparator.comparingDouble(Bifurcation.Branch::seen))
                    .toList());
        }
        return new Bifurcation(values, up, down, others, branches, exponents);
    }

    /** Takes a state on, notes the last of its steps and returns their Lyapunov exponent. */
    private double follow(StateMap map, double[] state, ToDoubleFunction<double[]> seen, double[] noted) {
        return ExponentMap.exponent(
                map, state, settling + kept, settling, (t, now) -> noted[t] = seen.applyAsDouble(now));
    }

    private void others(StateMap map, int value, ToDoubleFunction<double[]> seen, double[] noted) {
        if (starts == 0) {
            return;
        }
        int n = map.size();
        double[] states = uniform(starts * n, value);
        StateMap.Steps steps = map.steps(starts);
        for (int t = 0; t < settling; t++) {
            steps.next(t, states, states);
        }
        for (int b = 0; b < starts; b++) {
            noted[b] = seen.applyAsDouble(Arrays.copyOfRange(states, b * n, (b + 1) * n));
        }
    }

    private double[] uniform(int numbers, int stream) {
        Philox random = new Philox(seed, Purpose.SAMPLING).restart(seed, Purpose.SAMPLING, stream);
        double[] drawn = new double[numbers];
        Arrays.setAll(drawn, i -> 2 * random.nextDouble() - 1);
        return drawn;
    }

    /** The trajectory from the start, and states around it. */
    private double[][] ways(StateMap map, double[] start, int value) {
        double[] drawn = uniform(SEARCH_STARTS * start.length, value);
        return Stream.concat(
                        Arrays.stream(map.trajectory(start, 0, settling)),
                        IntStream.range(0, SEARCH_STARTS)
                                .mapToObj(i -> Arrays.copyOfRange(drawn, i * start.length, (i + 1) * start.length)))
                .toArray(double[][]::new);
    }

    /** The fixed points at every value: some are searched for, and each is continued to both sides by Newton's method. */
    private List<List<double[]>> points(List<StateMap> maps, double[] start, DoubleConsumer progress) {
        List<List<double[]>> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<double[]> here = new ArrayList<>();
            StateMap map = maps.get(i);
            if (i > 0) {
                points.get(i - 1).forEach(point -> continued(map, point, here));
            }
            if (i % SEARCHED == 0 || i == count - 1) {
                double[][] way = ways(map, start, i);
                new FixedPointSearch(SEARCH_STARTS, SEARCH_STARTS, 60, 0, seed)
                        .find(map, way, share -> {}).points().stream()
                                .filter(point -> !point.slow())
                                .forEach(point -> add(point.state(), here));
            }
            points.add(here);
            progress.accept(0.8 * (i + 1) / count);
        }
        for (int i = count - 2; i >= 0; i--) {
            for (double[] point : points.get(i + 1)) {
                continued(maps.get(i), point, points.get(i));
            }
            progress.accept(0.8 + 0.2 * (count - i) / count);
        }
        return points;
    }

    private static void continued(StateMap map, double[] neighbour, List<double[]> here) {
        double[] point = FixedPointSearch.polished(map, neighbour);
        double[] after = map.trajectory(point, 0, 1)[1];
        boolean still = Vectors.distance(after, point) < STILL;
        if (still && Vectors.distance(point, neighbour) < JUMP * Math.max(1, Vectors.norm(neighbour))) {
            add(point, here);
        }
    }

    private static void add(double[] point, List<double[]> here) {
        double least = SAME * Math.max(1, Vectors.norm(point));
        if (here.stream().noneMatch(other -> Vectors.distance(other, point) < least)) {
            here.add(point);
        }
    }
}
