package unroll.engine.dynamics;

import java.util.Arrays;
import unroll.engine.perturb.Growth;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * How small differences in random directions spread from one state.
 *
 * @param distances of each direction after each step, the start first, {@code [directions][T + 1]}
 * @param median of the distances at each step
 * @param low a quarter are nearer
 * @param high a quarter are farther
 * @param growth the rate at which the median grows while it is small
 * @param size root mean square of the state's own norm
 */
public record Butterfly(
        double[][] distances, double[] median, double[] low, double[] high, Growth growth, double size) {
    private static final double ROUNDING = 0x1p-53;

    /**
     * Follows them.
     *
     * @param directions how many
     * @param apart their size
     * @param steps T
     */
    public static Butterfly of(StateMap map, double[] start, int directions, double apart, int steps, long seed) {
        if (directions < 1 || !(apart > 0) || steps < 1) {
            throw new IllegalArgumentException("differences are followed for 1 or more steps, in 1 or more directions");
        }
        int n = map.size();
        double[] states = new double[(directions + 1) * n];
        System.arraycopy(start, 0, states, 0, n);
        Philox random = new Philox(seed, Purpose.PERTURBATION);
        for (int d = 1; d <= directions; d++) {
            double[] direction = new double[n];
            Arrays.setAll(direction, i -> random.gaussian());
            double length = Vectors.norm(direction);
            for (int i = 0; i < n; i++) {
                states[d * n + i] = start[i] + apart / length * direction[i];
            }
        }
        StateMap.Steps side = map.steps(directions + 1);
        double[][] distances = new double[directions][steps + 1];
        double squares = 0;
        for (int t = 0; t <= steps; t++) {
            squares += Vectors.dot(states, 0, states, 0, n) / (steps + 1);
            for (int d = 1; d <= directions; d++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double difference = states[d * n + i] - states[i];
                    sum += difference * difference;
                }
                distances[d - 1][t] = Math.sqrt(sum);
            }
            if (t < steps) {
                side.next(t, states, states);
            }
        }
        double size = Math.sqrt(squares);
        double[] median = share(distances, 0.5);
        return new Butterfly(
                distances,
                median,
                share(distances, 0.25),
                share(distances, 0.75),
                Growth.of(median, 0, size, ROUNDING),
                size);
    }

    private static double[] share(double[][] distances, double share) {
        double[] at = new double[distances[0].length];
        for (int t = 0; t < at.length; t++) {
            int step = t;
            double[] sorted = Arrays.stream(distances)
                    .mapToDouble(way -> way[step])
                    .sorted()
                    .toArray();
            at[t] = sorted[(int) (share * (sorted.length - 1))];
        }
        return at;
    }
}
