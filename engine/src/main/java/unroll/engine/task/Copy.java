package unroll.engine.task;

import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Strings to be copied: the input is a string, then a mark; from the mark on the target is the string, with a mark for its end.
 *
 * @param symbols how many different symbols there are
 * @param length of the longest string, n; every length from 1 on is equally frequent
 */
@Kind(
        name = "copy",
        label = "Copy",
        help = "Receive a string of symbols and repeat it at once: every symbol has to be kept for as long as the"
                + " string is.")
public record Copy(
        @Setting(
                label = "Symbols",
                help = "How many different symbols a string is made of.",
                initial = "3",
                min = 2,
                max = 26)
        int symbols,

        @Setting(
                label = "Length",
                help = "The longest string; each length up to it is equally frequent.",
                initial = "8",
                unit = "symbols",
                min = 1,
                max = 1000)
        int length)
        implements TaskSettings {

    public Copy {
        if (symbols < 2 || symbols > 26 || length < 1) {
            throw new SettingsException("", "a copy needs 2 to 26 symbols and a length of at least 1");
        }
    }

    @Override
    public Task open() {
        return new RecitationTask(symbols, length, false);
    }
}
