package unroll.engine.optim;

import unroll.engine.objective.Objective;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Schedule;
import unroll.engine.setting.Setting;

/**
 * Ridge regression of the read-out: each update adds its batch to all before it and solves for the weights of the output units
 * that minimise the mean loss over all these sequences plus {@code lambda / 2 |W|^2}; every other parameter stays as it is
 * (thesis sec. 2.8.4).
 *
 * @param strength lambda, at least 0; the bias is not held back
 * @param washOut steps at the beginning of each sequence that the solution leaves out
 */
@Kind(
        name = "ridge",
        label = "Ridge regression",
        help = "Solves for the weights of the output units and trains nothing else: the way of echo-state networks. One"
                + " update is the whole training; further ones learn from more sequences.",
        formula = "minimise over W:  mean loss + λ/2 |W|²",
        source = "thesis sec. 2.8.4")
public record Ridge(
        @Setting(
                label = "Ridge",
                help = "How much large weights cost beside the loss: lambda. Raise it where the free run explodes or"
                        + " the test is far worse than the training.",
                initial = "0.000001",
                min = 0,
                max = 1e9,
                from = 1e-9,
                to = 10,
                live = true)
        Schedule strength,

        @Setting(
                label = "Wash-out",
                help = "Steps at the beginning of each sequence that are left out, until the network has forgotten"
                        + " where it began.",
                initial = "0",
                unit = "steps",
                min = 0,
                max = 100_000)
        int washOut)
        implements OptimiserSettings {

    @Override
    public Optimiser optimiser(Objective objective) {
        return new RidgeRegression(objective, washOut, strength);
    }
}
