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
        @AdaptiveLearningRate Schedule learningRate,

        @Setting(
                label = "Gradient kept (beta 1)",
                help = "How much of the mean gradient is kept at each update: beta 1, the momentum. 0.9 averages"
                        + " about 10 gradients.",
                initial = "0.9",
                min = 0,
                max = 0.99999,
                step = 0.01,
                from = 0,
                to = 0.99,
                live = true)
        Schedule keptGradient,

        @KeptSquare(initial = "0.999") Schedule keptSquare,

        @RootOffset double offset,

        @ClipGradient Schedule clip)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new AdamMethod(objective, this);
    }
}
