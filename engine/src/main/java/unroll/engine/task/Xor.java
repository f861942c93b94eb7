package unroll.engine.task;

import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The XOR problem: whether the two marked bits of a stream differ has to be answered at its end.
 *
 * @param length T: a sequence has T to 11 T / 10 steps
 */
@Kind(
        name = "xor",
        label = "XOR",
        help = "Predict at the end of a long sequence of bits whether the two marked ones differ (thesis sec. 4.4.1);"
                + " knowing one of them is no help at all.")
public record Xor(
        @Setting(
                label = "Length",
                help = "The shortest sequence; the longest is a tenth longer. The marked bits stand in its first"
                        + " half.",
                unit = "steps",
                initial = "50",
                min = 10,
                max = 2000)
        int length)
        implements TaskSettings {

    public Xor {
        if (length < 10) {
            throw new SettingsException("", "the XOR problem needs a length of at least 10, not " + length);
        }
    }

    @Override
    public Task open() {
        return new MarkedNumbersTask(length, MarkedOperation.XOR);
    }
}
