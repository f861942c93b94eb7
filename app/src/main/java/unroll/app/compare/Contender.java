package unroll.app.compare;

import unroll.engine.optim.OptimiserSettings;
import unroll.engine.setting.Setting;

/**
 * What one lane of a race has of its own.
 *
 * @param optimiser how its parameters change
 */
public record Contender(
        @Setting(label = "Optimiser", help = "How the parameters of this lane are changed.", initial = "nesterov")
        OptimiserSettings optimiser) {}
