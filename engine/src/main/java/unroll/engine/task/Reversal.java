package unroll.engine.task;

import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * Strings to be reversed: a string is read, then a mark, and from the mark on it is written backwards, with a mark for
 * its end.
 *
 * @param symbols how many different symbols there are
 * @param length of the longest string, n; every length from 1 on is equally frequent
 */
@Kind(
        name = "reversal",
        label = "Reversal",
        help = "Read a string of symbols and write it backwards: the smallest task of one sequence to another. The last"
                + " read comes first, so the beginning of the string has to be kept longest.")
public record Reversal(
        @AlphabetSize(initial = "3") int symbols,
        @LongestString int length) implements TaskSettings {

    public Reversal {
        if (symbols < 2 || symbols > 26 || length < 1) {
            throw new SettingsException("", "a reversal needs 2 to 26 symbols and a length of at least 1");
        }
    }

    @Override
    public Task open() {
        return new RecitationTask(symbols, length, true);
    }
}
