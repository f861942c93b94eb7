package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;

/**
 * Classical momentum: {@code v = mu v - epsilon g(theta); theta = theta + v} (thesis eq. 7.1-7.2).
 *
 * @param learningRate epsilon, at least 0
 * @param momentum mu, from 0 to below 1
 * @param clip longest gradient norm, 0 for no clipping
 */
@Kind(
        name = "momentum",
        label = "Momentum",
        help = "Accumulates speed along directions that keep lowering the loss.",
        formula = """
            v ← μ v − ε g(θ)
            θ ← θ + v\
            """,
        source = "thesis eq. 7.1-7.2")
public record Momentum(
        @LearningRate Schedule learningRate,

        @MomentumCoefficient Schedule momentum,

        @ClipGradient Schedule clip) implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new VelocityMethod(objective, learningRate, momentum, clip, false);
    }
}
