package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Augmented Hessian-free optimisation: the true loss is searched along one direction of conjugate gradients after the other, the
 * last update's step being the first (thesis sec. 6.2).
 *
 * @param curvatureSequences sequences of the batch for curvature products and searches, at least
 * @param directions most directions in an update
 * @param damping lambda, which keeps steps along flat directions finite
 * @param structural weight of structural damping
 * @param tolerance least progress of a direction, as a share of the progress of all; 0 for any
 */
@Kind(
        name = "augmented-hessian-free",
        label = "Augmented Hessian-free",
        help = "Goes along the directions of conjugate gradients one by one, each as far as the true loss falls:"
                + " sturdier than Hessian-free and with no damping to adapt.",
        source = "thesis sec. 6.2")
public record AugmentedHessianFree(
        @CurvatureFrom(
                help = "Sequences of the batch that measure the curvature and on which directions are searched,"
                        + " rounded up to whole groups of 25 (on a card to the whole batch where it is one group);"
                        + " the gradient always uses the whole batch.")
        int curvatureSequences,

        @Setting(
                label = "Directions",
                help = "The most directions that an update may search.",
                initial = "100",
                min = 1,
                max = 10_000,
                step = 1,
                from = 1,
                to = 300,
                live = true)
        Schedule directions,

        @Setting(
                label = "Damping",
                help = "A small number that is added to every curvature, so that steps along flat directions stay"
                        + " finite: lambda.",
                initial = "0.0001",
                min = 0,
                max = 1e9,
                from = 1e-8,
                to = 1,
                live = true)
        Schedule damping,

        @StructuralDamping Schedule structural,

        @LeastProgress Schedule tolerance)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new AugmentedMethod(objective, this);
    }

    /** Each direction is a gradient's work on its part of the batch, and two losses there cost about another. */
    @Override
    public double gradients(int batch) {
        return 1 + 2 * directions.at(0) * Math.min(1, (double) curvatureSequences / batch);
    }
}
