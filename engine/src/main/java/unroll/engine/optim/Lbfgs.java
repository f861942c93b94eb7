package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * L-BFGS (Nocedal and Wright 2006, sec. 7.2): Newton's direction by a curvature estimated from the last steps, and a line search along
 * it. An update that finds no lower loss changes nothing and has learning rate 0.
 *
 * @param memory steps remembered
 * @param freshBatch updates that share a batch, 0 for one batch for ever
 * @param slopeLeft c2 of the Wolfe conditions
 * @param evaluations most gradients of a line search
 */
@Kind(
        name = "lbfgs",
        label = "L-BFGS",
        help = "A quasi-Newton method: learns the curvature from its last steps and searches along Newton's"
                + " direction. For large batches that stay; an update costs a few gradients.",
        source = "Nocedal and Wright 2006, sec. 7.2")
public record Lbfgs(
        @Setting(
                label = "Memory",
                help = "From how many of the last steps the curvature is estimated; each takes two vectors as long as"
                        + " the parameters.",
                initial = "10",
                unit = "steps",
                min = 1,
                max = 100)
        int memory,

        @FreshBatch long freshBatch,

        @SlopeLeft(initial = "0.9", max = 0.99) double slopeLeft,

        @SearchAtMost int evaluations)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        HeldBatch batch = new HeldBatch("L-BFGS", objective, freshBatch);
        return new LimitedMemory(batch, memory, new WolfeSearch(slopeLeft, evaluations));
    }
}
