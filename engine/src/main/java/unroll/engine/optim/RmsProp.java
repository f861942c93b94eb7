package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;

/**
 * RMSprop in the form of Tieleman and Hinton (2012, lecture 6.5): {@code theta = theta - epsilon g / (sqrt(s) + delta)} with the
 * mean squared gradient {@code s = c s + (1 - c) g g}, which begins with zeros and is neither centred nor corrected.
 *
 * @param learningRate epsilon, at least 0
 * @param keptSquare c, from 0 to below 1
 * @param offset delta, above 0; added to the root, not under it (the lecture has none)
 * @param clip longest gradient norm, 0 for no clipping
 */
@Kind(
        name = "rmsprop",
        label = "RMSprop",
        help = "Divides each parameter's gradient by the root of its mean square (Tieleman and Hinton 2012). The first"
                + " steps are long, because the mean begins with zeros.",
        formula = """
            s ← c s + (1 − c) g²
            θ ← θ − ε g / (√s + δ)\
            """,
        source = "Tieleman and Hinton 2012, lecture 6.5")
public record RmsProp(
        @AdaptiveLearningRate Schedule learningRate,

        @KeptSquare(initial = "0.9") Schedule keptSquare,

        @RootOffset double offset,

        @ClipGradient Schedule clip)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new RmsPropMethod(objective, this);
    }
}
