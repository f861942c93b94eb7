package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Krylov subspace descent: the true loss is minimised over the space of the last step, the gradient, and what the curvature makes of
 * the gradient again and again (Vinyals and Povey 2011).
 *
 * @param curvatureSequences sequences of the batch for curvature products, at least
 * @param dimensions K, of the space
 * @param iterations most iterations of the method that minimises over the space
 * @param structural weight of structural damping in the curvature
 */
@Kind(
        name = "krylov-descent",
        label = "Krylov subspace descent",
        help = "Minimises the true loss over the few directions in which curvature and gradient lie, by BFGS: no"
                + " damping and no conjugate gradients, but all directions are kept in memory.",
        formula = "minimise over a:  f(θ + [d, g, G g, …] a)",
        source = "Vinyals and Povey 2011")
public record KrylovDescent(
        @CurvatureFrom int curvatureSequences,

        @Setting(
                label = "Dimensions",
                help = "Directions of the space in which an update moves: each costs a curvature product and a vector.",
                initial = "20",
                min = 1,
                max = 200)
        int dimensions,

        @Setting(
                label = "BFGS iterations",
                help = "The most iterations that minimise over the space; each costs a gradient or more.",
                initial = "15",
                min = 1,
                max = 1000,
                step = 1,
                from = 1,
                to = 100,
                live = true)
        Schedule iterations,

        @StructuralDamping Schedule structural)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new KrylovMethod(objective, this);
    }

    /** Each dimension is a gradient's work on its part of the batch, each iteration a gradient. */
    @Override
    public double gradients(int batch) {
        return 1 + dimensions * Math.min(1, (double) curvatureSequences / batch) + iterations.at(0);
    }
}
