package unroll.engine.optim;

import java.util.Optional;
import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Non-linear conjugate gradients by Polak and Ribiere, never with a negative beta (Nocedal and Wright 2006, eq. 5.44-5.45), with a
 * line search. An update that finds no lower loss changes nothing and has learning rate 0.
 *
 * @param restart updates after which it begins anew along the gradient, 0 for only where it must
 * @param probes curvature products that the preconditioner is estimated from, 0 for none
 * @param freshBatch updates that share a batch, 0 for one batch for ever
 * @param slopeLeft c2 of the Wolfe conditions
 * @param evaluations most gradients of a line search
 */
@Kind(
        name = "conjugate-gradients",
        label = "Conjugate gradients",
        help = "Searches along directions that do not undo each other (Polak and Ribiere 1969). For large batches that"
                + " stay; an update costs a few gradients.",
        source = "Nocedal and Wright 2006, eq. 5.44-5.45")
public record ConjugateGradients(
        @Setting(
                label = "Restart every",
                help = "After so many updates it begins anew along the gradient; 0 leaves that to a fresh batch or a"
                        + " direction that leads nowhere.",
                initial = "0",
                unit = "updates",
                min = 0,
                max = 1e9)
        long restart,

        @Setting(
                label = "Probes",
                help = "How many curvature products the diagonal preconditioner is estimated from at each restart; 0"
                        + " goes without one.",
                initial = "0",
                unit = "products",
                min = 0,
                max = 1000)
        int probes,

        @FreshBatch long freshBatch,

        @SlopeLeft(initial = "0.1", max = 0.49) double slopeLeft,

        @SearchAtMost int evaluations)
        implements OptimiserSettings {
    private static final String NAME = "conjugate gradients";

    @Override
    public Optimiser optimiser(Objective objective) {
        HeldBatch batch = new HeldBatch(NAME, objective, freshBatch);
        Optional<DiagonalProbe> probe =
                probes > 0 ? Optional.of(new DiagonalProbe(NAME, objective, probes)) : Optional.empty();
        return new ConjugateMethod(batch, restart, probe, new WolfeSearch(slopeLeft, evaluations));
    }
}
