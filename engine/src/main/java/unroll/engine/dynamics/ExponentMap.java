package unroll.engine.dynamics;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The largest Lyapunov exponent over two numbers of a network, such as the gain of its recurrent weights and the size of its inputs: where it
 * is 0 is the edge of chaos (Bertschinger and Natschlaeger 2004).
 *
 * @param across values of the one
 * @param up values of the other
 * @param exponents by these, in nats a step
 */
public record ExponentMap(double[] across, double[] up, double[][] exponents) {
    /** The map of a network with both numbers at some values. */
    @FunctionalInterface
    public interface Family {
        StateMap at(double across, double up);
    }

    /**
     * Measures each cell.
     *
     * @param start of every trajectory
     * @param steps of each
     * @param dropped of these before which nothing counts
     * @param progress told the share that is done; ends the measuring by an exception of its own
     */
    public static ExponentMap of(
            Family family,
            double[] across,
            double[] up,
            double[] start,
            int steps,
            int dropped,
            DoubleConsumer progress) {
        if (dropped < 0 || dropped >= steps) {
            throw new IllegalArgumentException("of " + steps + " steps " + dropped + " cannot be dropped");
        }
        double[][] exponents = new double[across.length][up.length];
        for (int i = 0; i < across.length; i++) {
            for (int j = 0; j < up.length; j++) {
                exponents[i][j] = exponent(family.at(across[i], up[j]), start, steps, dropped);
            }
            progress.accept((i + 1.0) / across.length);
        }
        return new ExponentMap(across.clone(), up.clone(), exponents);
    }

    /** Of one trajectory and one difference that is carried along. */
    static double exponent(StateMap map, double[] start, int steps, int dropped) {
        return exponent(map, start.clone(), steps, dropped, null);
    }

    /** What is told of each state that counts. */
    interface Witness {
        void see(int number, double[] state);
    }

    /** The same, with a witness; {@code state} goes along. */
    static double exponent(StateMap map, double[] state, int steps, int dropped, @Nullable Witness witness) {
        StateMap.Steps one = map.steps(1);
        double[] direction = new double[map.size()];
        Arrays.setAll(direction, i -> Math.cos(1 + i)); // of no symmetry that a network may have
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            one.next(t, state, state);
            one.push(direction, direction);
            double length = Vectors.norm(direction);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = length > 0 ? direction[i] / length : Math.cos(1 + i);
            }
            if (t >= dropped) {
                sum += Math.log(length);
                if (witness != null) {
                    witness.see(t - dropped, state);
                }
            }
        }
        return sum / (steps - dropped);
    }

    /**
     * Where along {@code across} the exponent first rises through 0, for each value of {@code up}, by linear interpolation; NaN where it does
     * not.
     */
    public double[] edge() {
        double[] edge = new double[up.length];
        for (int j = 0; j < up.length; j++) {
            edge[j] = Double.NaN;
            for (int i = 1; i < across.length && Double.isNaN(edge[j]); i++) {
                double a = exponents[i - 1][j];
                double b = exponents[i][j];
                if (a <= 0 && b > 0) {
                    edge[j] = across[i - 1] + (across[i] - across[i - 1]) * a / (a - b);
                }
            }
        }
        return edge;
    }
}
