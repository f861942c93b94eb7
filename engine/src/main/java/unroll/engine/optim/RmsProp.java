package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

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
        @Setting(
                label = "Learning rate",
                help = "About how far each parameter moves in an update: epsilon.",
                initial = "0.001",
                min = 0,
                max = 1000,
                live = true)
        Schedule learningRate,

        @Setting(
                label = "Square kept",
                help = "How much of the mean squared gradient is kept at each update. 0.9 averages about 10 gradients.",
                initial = "0.9",
                min = 0,
                max = 0.99999,
                live = true)
        Schedule keptSquare,

        @Setting(
                label = "Offset",
                help = "Added to the root, so that tiny gradients make small steps: delta.",
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
                objective,
                learningRate,
                clip,
                new AdaptiveMethod.Averages(Schedule.constant(0), keptSquare, offset, false));
    }
}
