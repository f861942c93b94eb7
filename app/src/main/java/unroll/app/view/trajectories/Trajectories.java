package unroll.app.view.trajectories;

import java.util.List;

/**
 * Ways of the hidden state along two axes while the network hears test sequences.
 *
 * @param update whose network it is
 * @param axesOf the update whose hidden states the axes were found from
 * @param shares what part of those states' variance each axis has
 * @param reach the farthest point on both axes when they were found: the plot's scale stays with it
 * @param ways of the test sequences from the first on
 */
public record Trajectories(long update, long axesOf, double[] shares, double reach, List<Way> ways) {
    /** Of no network. */
    public static final Trajectories NONE = new Trajectories(0, 0, new double[2], 1, List.of());

    /**
     * Of one sequence.
     *
     * @param x along the first axis, step by step
     * @param y along the second
     */
    public record Way(double[] x, double[] y) {}

    public Trajectories {
        ways = List.copyOf(ways);
    }
}
