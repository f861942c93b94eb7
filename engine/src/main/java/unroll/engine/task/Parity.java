package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Parity: after every bit, whether the number of ones so far is odd.
 *
 * @param length T, bits of a sequence
 */
@Kind(
        name = "parity",
        label = "Parity",
        help = "Predict after every bit whether the number of ones so far is odd: hard for a shallow net that sees all"
                + " bits at once, easy with one bit of memory (Grosse's lecture 15).")
public record Parity(
        @Setting(label = "Length", help = "Bits of a sequence.", unit = "bits", initial = "20", min = 1, max = 2000)
        int length)
        implements TaskSettings {

    public Parity {
        if (length < 1) {
            throw new SettingsException("", "parity needs a length of at least 1, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new TallyTask(length, Tally.PARITY);
    }
}
