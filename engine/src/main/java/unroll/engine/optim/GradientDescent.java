package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Gradient descent: {@code theta = theta - epsilon g} (thesis sec. 2.2).
 *
 * @param learningRate epsilon, at least 0
 * @param clip longest gradient norm, 0 for no clipping
 */
@Kind(
        name = "gradient-descent",
        label = "Gradient descent",
        help = "Steps along the negative gradient of a batch: the plainest method.",
        formula = "θ ← θ − ε g",
        source = "thesis sec. 2.2")
public record GradientDescent(
        @Setting(
                label = "Learning rate",
                help = "How far a step goes along the gradient: epsilon. Too large and the loss explodes, too small"
                        + " and nothing happens.",
                initial = "0.01",
                min = 0,
                max = 1000,
                live = true)
        Schedule learningRate,

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
        return new VelocityMethod(
                objective.backend(), objective.dimension(), learningRate, Schedule.constant(0), clip, false);
    }
}
