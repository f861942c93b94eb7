package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The 3-bit temporal order problem: which three special symbols stood in a long stream of others, and in which order?
 *
 * @param length T, steps of a sequence
 */
@Kind(
        name = "temporal-order-3",
        label = "3-bit temporal order",
        help = "Predict at the end of a long stream of symbols which three special ones stood in it, and in which order"
                + " (thesis sec. 4.4.3).")
public record TemporalOrder3(
        @Setting(
                label = "Length",
                help = "Steps of a sequence. The special symbols stand in its second, fourth and seventh tenth.",
                unit = "steps",
                initial = "50",
                min = 10,
                max = 2000)
        int length)
        implements TaskSettings {

    public TemporalOrder3 {
        if (length < 10) {
            throw new SettingsException(
                    "", "the 3-bit temporal order problem needs a length of at least 10, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new TemporalOrderTask(length, 1, 3, 6);
    }
}
