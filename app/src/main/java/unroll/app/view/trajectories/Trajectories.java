package unroll.app.view.trajectories;

import java.util.List;
import unroll.app.view.LiveAnswer;
import unroll.engine.analysis.PrincipalAxes;

/**
 * Trajectories of the hidden state along two axes while the network receives test sequences.
 *
 * @param update whose network it is
 * @param axes along which they are drawn
 * @param projected the trajectories of some test sequences
 * @param answers what the right answers to whole sequences are called; none where a sequence has no one answer
 */
public record Trajectories(long update, Axes axes, List<Projected> projected, List<String> answers)
        implements LiveAnswer {
    /** Of no network. */
    public static final Trajectories NONE = new Trajectories(
            0, new Axes(0, new PrincipalAxes(new double[0], new double[0][], new double[2]), 1), List.of(), List.of());

    /**
     * Two principal axes.
     *
     * @param update whose hidden states they were found from
     * @param principal the axes, with their shares of those states' variance; of a network of one hidden unit there is one
     * @param reach the farthest point on both when they were found, above 0: the plot's scale stays with it
     */
    public record Axes(long update, PrincipalAxes principal, double reach) {}

    /**
     * The trajectory of one sequence.
     *
     * @param sequence which test sequence, from 0
     * @param x along the first axis, step by step
     * @param y along the second
     * @param answer the right answer to the sequence among {@link #answers}; -1 where it has no one answer
     */
    public record Projected(int sequence, double[] x, double[] y, int answer) {}

    public Trajectories {
        projected = List.copyOf(projected);
        answers = List.copyOf(answers);
    }
}
