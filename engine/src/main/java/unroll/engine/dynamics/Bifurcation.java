package unroll.engine.dynamics;

import java.util.List;

/**
 * What a map does in the long run while one number of it is turned.
 *
 * @param values of that number, ascending
 * @param up what is seen of the last states at each value, turned upwards from each last state, {@code [V][K]}
 * @param down the same turned downwards: where it differs the past decides
 * @param others the last states of random starts, as they are seen, {@code [V][starts]}
 * @param points fixed points at each value
 * @param exponents the largest Lyapunov exponent on the way up, of the kept steps alone, {@code [V]}
 */
public record Bifurcation(
        double[] values,
        double[][] up,
        double[][] down,
        double[][] others,
        List<List<Branch>> points,
        double[] exponents) {
    /**
     * A fixed point as it is seen.
     *
     * @param seen what is seen of it
     * @param stable whether differences from it die out
     */
    public record Branch(double seen, boolean stable) {}

    public Bifurcation {
        points = points.stream().map(List::copyOf).toList();
    }
}
