package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The running sum: after every number, the sum of all so far.
 *
 * @param length T, numbers of a sequence
 */
@Kind(
        name = "running-sum",
        label = "Running sum",
        help = "Predict after every number the sum of all so far; a single linear hidden unit that feeds into itself"
                + " could.")
public record RunningSum(
        @Setting(
                label = "Length",
                help = "Numbers of a sequence, each from -1 to 1.",
                unit = "numbers",
                initial = "10",
                min = 1,
                max = 2000)
        int length)
        implements TaskSettings {

    public RunningSum {
        if (length < 1) {
            throw new SettingsException("", "a running sum needs a length of at least 1, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new TallyTask(length, Tally.SUM);
    }
}
