package unroll.engine.record;

import unroll.engine.setting.Setting;

/**
 * Where a branch left another run.
 *
 * @param run the name of the other run's folder, beside its own
 * @param update after which it left
 */
public record Origin(
        @Setting(label = "Run", help = "The folder of the run that was left.")
        String run,

        @Setting(label = "Update", help = "After which it was left.", initial = "0", min = 0)
        long update) {}
