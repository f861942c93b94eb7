package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The temporal order problem: which two special symbols stood in a long stream of others, and in which order?
 *
 * @param length T, steps of a sequence
 */
@Kind(
        name = "temporal-order",
        label = "Temporal order",
        help = "Predict at the end of a long stream of symbols which two special ones stood in it, and in which order"
                + " (thesis sec. 4.4.2).")
public record TemporalOrder(
        @Setting(
                label = "Length",
                help = "Steps of a sequence. The special symbols stand in its second and sixth tenth.",
                unit = "steps",
                initial = "50",
                min = 10,
                max = 2000)
        int length)
        implements TaskSettings {

    public TemporalOrder {
        if (length < 10) {
            throw new SettingsException("", "the temporal order problem needs a length of at least 10, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new TemporalOrderTask(length, 1, 5);
    }
}
