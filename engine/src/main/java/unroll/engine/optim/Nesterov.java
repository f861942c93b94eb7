package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

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
                label = "Momentum",
                help = "How much of the last step is kept: mu. 0.9 averages about 10 gradients, 0.99 about 100.",
                initial = "0.9",
                min = 0,
                max = 0.99999,
                live = true)
        Schedule momentum,

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
        return new VelocityMethod(objective.backend(), objective.dimension(), learningRate, momentum, clip, true);
    }
}
