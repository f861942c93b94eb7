package unroll.engine.task;

import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * Strings to be copied: a string is read, then a mark, and from the mark on it is written again, with a mark for its end.
 *
 * @param symbols how many different symbols there are
 * @param length of the longest string, n; every length from 1 on is equally frequent
 */
@Kind(
        name = "copy",
        label = "Copy",
        help = "Read a string of symbols and write it again at once: every symbol has to be kept for as long as the"
                + " string is.")
public record Copy(
        @AlphabetSize(initial = "3") int symbols,
        @LongestString int length) implements TaskSettings {

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
