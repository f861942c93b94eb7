package unroll.engine.model;

import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/** How a Boltzmann machine's mean is found where it predicts: no formula gives it. */
public sealed interface PredictionSettings {
    /**
     * Means given means, in turn.
     *
     * @param sweeps from what was seen last
     */
    @Kind(
            name = "mean-field",
            label = "Mean field",
            help = "Visible and hidden units take each other's means in turn, from the frame that was seen last."
                    + " Fast; with a single sweep it mostly copies that frame.")
    record MeanField(
            @Setting(label = "Sweeps", help = "How often.", initial = "10", min = 1, max = 10_000)
            int sweeps) implements PredictionSettings {}

    /**
     * The mean of Gibbs chains over the latter half of their sweeps.
     *
     * @param sweeps from what was seen last
     * @param chains side by side
     */
    @Kind(
            name = "gibbs-average",
            label = "Average over Gibbs chains",
            help = "Chains begin at the frame that was seen last; the means of the visible units are averaged over"
                    + " all chains and the latter half of their sweeps. It comes closest to the model's own mean.")
    record GibbsAverage(
            @Setting(label = "Sweeps", help = "How many each chain makes.", initial = "50", min = 2, max = 10_000)
            int sweeps,

            @Setting(label = "Chains", help = "How many are averaged.", initial = "5", min = 1, max = 1000)
            int chains)
            implements PredictionSettings {}
}
