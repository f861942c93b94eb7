package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): {@code theta = theta - epsilon m / (sqrt(s) + delta)} with the mean gradient m and
 * the mean squared gradient s, both corrected for their zeros at the beginning.
 *
 * @param learningRate epsilon, at least 0
 * @param keptGradient beta_1, from 0 to below 1
 * @param keptSquare beta_2, from 0 to below 1
 * @param offset delta, above 0; added to the root of the corrected mean square, not under it
 * @param clip longest gradient norm, 0 for no clipping
 */
@Kind(
        name = "adam",
        label = "Adam",
        help = "Gives each parameter its own step: the mean gradient over the root of the mean squared gradient (Kingma"
                + " and Ba 2015). Works over a wide range of learning rates.",
        formula = """
            m ← β₁ m + (1 − β₁) g
            s ← β₂ s + (1 − β₂) g²
            θ ← θ − ε m / (1 − β₁ᵗ) / (√(s / (1 − β₂ᵗ)) + δ)\
            """,
        source = "Kingma and Ba 2015, algorithm 1")
public record Adam(
        @Setting(
                label = "Learning rate",
                help = "About how far each parameter moves in an update where its gradients agree: epsilon.",
                initial = "0.001",
                min = 0,
                max = 1000,
                live = true)
        Schedule learningRate,

        @Setting(
                label = "Gradient kept",
                help = "How much of the mean gradient is kept at each update: beta 1, the momentum. 0.9 averages"
                        + " about 10 gradients.",
                initial = "0.9",
                min = 0,
                max = 0.99999,
                live = true)
        Schedule keptGradient,

        @Setting(
                label = "Square kept",
                help = "How much of the mean squared gradient is kept at each update: beta 2. Lower it where the loss"
                        + " jumps after a long calm.",
                initial = "0.999",
                min = 0,
                max = 0.99999,
                live = true)
        Schedule keptSquare,

        @Setting(
                label = "Offset",
                help = "Added to the root, so that tiny gradients make small steps: delta. Raise it to make the method"
                        + " more like plain momentum.",
                initial = "1e-8",
                min = 1e-12,
                max = 1000)
        double offset,

        @Setting(
                label = "Clip gradient at",
                help = "A longer gradient is shortened to this norm (Pascanu et al. 2013); 0 never clips.",
                initial = "0",
                min = 0,
                max = 1e9,
                live = true)
        Schedule clip)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new AdaptiveMethod(
                objective, learningRate, clip, new AdaptiveMethod.Averages(keptGradient, keptSquare, offset, true));
    }
}
