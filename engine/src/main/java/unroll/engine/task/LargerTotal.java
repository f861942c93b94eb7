package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The larger total: after every pair of numbers, whether the first of the pairs sum to more than the second so far.
 *
 * @param length T, pairs of a sequence
 */
@Kind(
        name = "larger-total",
        label = "Larger total",
        help = "Predict after every pair of numbers which of its two inputs has the larger total so far; a single"
                + " linear hidden unit that feeds into itself could.")
public record LargerTotal(
        @Setting(
                label = "Length",
                help = "Pairs of a sequence, each number from -1 to 1.",
                unit = "pairs",
                initial = "10",
                min = 1,
                max = 2000)
        int length)
        implements TaskSettings {

    public LargerTotal {
        if (length < 1) {
            throw new SettingsException("", "the larger total needs a length of at least 1, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new TallyTask(length, Tally.LARGER);
    }
}
