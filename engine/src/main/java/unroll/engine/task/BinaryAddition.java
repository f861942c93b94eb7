package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Binary addition: two numbers are read digit by digit, the lowest first, and their sum is written with some delay.
 *
 * @param digits of each number, n; the sum has one more
 * @param delay steps from a column to the digit of the sum below it
 */
@Kind(
        name = "binary-addition",
        label = "Binary addition",
        help = "Read two binary numbers digit by digit, the lowest first, and write the digits of their sum two steps"
                + " later: one step to see a column and the carry, one to write the digit (Hinton's lecture 7c).")
public record BinaryAddition(
        @Setting(
                label = "Digits",
                help = "Digits of each number; the sum has one more.",
                unit = "digits",
                initial = "8",
                min = 1,
                max = 1000)
        int digits,

        @Setting(
                label = "Delay",
                help = "Steps from a column to its digit of the sum; the lecture takes 2.",
                unit = "steps",
                initial = "2",
                min = 0,
                max = 100)
        int delay)
        implements TaskSettings {

    public BinaryAddition {
        if (digits < 1 || delay < 0) {
            throw new SettingsException("", "binary addition needs at least 1 digit and no negative delay");
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("digits");
    }

    @Override
    public Task open() {
        return new BinaryAdditionTask(this);
    }
}
