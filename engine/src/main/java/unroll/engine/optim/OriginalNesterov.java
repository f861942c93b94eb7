package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;

/**
 * Nesterov's accelerated gradient as he wrote it (thesis eq. 7.3-7.6): momentum that rises by itself and a learning rate that is
 * halved until a step lowers the loss of its batch as much as the gradient predicts.
 *
 * @param restart whether the momentum begins anew after a step that went uphill
 * @param freshBatch updates that share a batch, 0 for one batch for ever
 */
@Kind(
        name = "nesterov-1983",
        label = "Nesterov 1983",
        help = "Nesterov's method with his own learning rate and momentum: nothing to tune where the loss does not"
                + " change from batch to batch. Use large batches, or the rate becomes too large for the noise.",
        source = "thesis eq. 7.3-7.6")
public record OriginalNesterov(
        @Setting(
                label = "Restart",
                help = "Lets the momentum begin anew after a step that went uphill (O'Donoghue and Candes 2012): much"
                        + " faster near a minimum.",
                initial = "true")
        boolean restart,

        @FreshBatch(
                help = "Updates that learn from the same batch; 0 keeps one batch for ever. The learning rate is"
                        + " searched for on the batch of its own update.")
        long freshBatch)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new OriginalMethod(new HeldBatch("Nesterov's original method", objective, freshBatch), restart);
    }
}
