package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;

/**
 * Nesterov's accelerated gradient: {@code v = mu v - epsilon g(theta + mu v); theta = theta + v} (thesis eq. 7.12-7.13).
 *
 * @param learningRate epsilon, at least 0
 * @param momentum mu, from 0 to below 1
 * @param clip longest gradient norm, 0 for no clipping
 */
@Kind(
        name = "nesterov",
        label = "Nesterov",
        help = "Momentum that looks ahead: the gradient is taken where the velocity would lead, so that high momentum"
                + " stays stable.",
        formula = """
            v ← μ v − ε g(θ + μ v)
            θ ← θ + v\
            """,
        source = "thesis eq. 7.12-7.13")
public record Nesterov(
        @LearningRate Schedule learningRate,

        @MomentumCoefficient Schedule momentum,

        @ClipGradient Schedule clip) implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new VelocityMethod(objective, learningRate, momentum, clip, true);
    }
}
