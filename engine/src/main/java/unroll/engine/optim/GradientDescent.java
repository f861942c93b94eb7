package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;

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
        @LearningRate Schedule learningRate, @ClipGradient Schedule clip) implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new VelocityMethod(objective, learningRate, Schedule.constant(0), clip, false);
    }
}
