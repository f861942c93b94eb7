package unroll.engine.objective;

import unroll.engine.setting.Setting;

/**
 * Penalties and noise that are added to the training of a network; each is off at 0.
 *
 * @param weightDecay lambda in the penalty {@code lambda / 2 |W|^2} on all weights, biases and first states apart
 * @param weightNoise deviation of the normal noise that is added to all weights anew for each update (Graves 2013)
 * @param dropout share of the inputs and of the hidden states on their way to the output that is dropped anew for each batch
 *     (Zaremba et al. 2014: the recurrent connections are left alone)
 * @param keepGradients weight of the penalty on error signals that grow or shrink from step to step (Pascanu et al. 2013, eq. 9)
 */
public record Regularisation(
        @Setting(
                label = "Weight decay",
                help = "Pulls every weight towards 0: the loss grows by half this times the sum of the squared"
                        + " weights.",
                initial = "0",
                min = 0,
                max = 1000)
        double weightDecay,

        @Setting(
                label = "Weight noise",
                help = "Standard deviation of noise on the weights, drawn anew for each update: what is learned must"
                        + " survive it. Tests are made without noise.",
                initial = "0",
                min = 0,
                max = 10)
        double weightNoise,

        @Setting(
                label = "Dropout",
                help = "Share of the inputs, and of the hidden states on their way to the output, that is set to 0 at"
                        + " random; recurrent connections are left alone. Tests drop nothing.",
                initial = "0",
                min = 0,
                max = 0.95)
        double dropout,

        @Setting(
                label = "Keep gradients",
                help = "Weight of a penalty on error signals that grow or shrink from one time step to the next"
                        + " (Pascanu 2013); for the standard recurrent network.",
                initial = "0",
                min = 0,
                max = 1000)
        double keepGradients) {

    /** Nothing but the loss. */
    public static final Regularisation NONE = new Regularisation(0, 0, 0, 0);
}
