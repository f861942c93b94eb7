package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * The XOR problem: at the end of a stream of bits it has to be predicted whether the two marked ones differ.
 *
 * @param length T: a sequence has T to 11 T / 10 steps
 */
@Kind(
        name = "xor",
        label = "XOR",
        help = "Predict at the end of a long sequence of bits whether the two marked ones differ (thesis sec. 4.4.1);"
                + " knowing one of them is no help at all.")
public record Xor(@MarkedLength int length) implements TaskSettings {

    public Xor {
        if (length < 10) {
            throw new SettingsException("", "the XOR problem needs a length of at least 10, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new MarkedNumbersTask(length, MarkedOperation.XOR);
    }
}
