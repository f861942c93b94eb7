package unroll.engine.task;

import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * Noiseless memorisation: a string has to be written again after a long and eventless time. The thesis' 5 bits are 5 symbols of
 * 2, its 20 bits 10 symbols of 5.
 *
 * <p>Training and test sequences are drawn from the same K^n strings, for 5 bits the same 32, as in the thesis: a test shows
 * whether the string is remembered, not whether other ones would be.
 *
 * @param symbols how many different ones a string is made of, K
 * @param length of the string, n
 * @param delay T, steps from the end of the string to the trigger, after which it is the target
 */
@Kind(
        name = "memorisation",
        label = "Noiseless memorisation",
        help = "Read a string, nothing for a long time, then a trigger, and write the string again (thesis sec. 4.4.5):"
                + " 5 of 2 symbols are its 5-bit problem, 10 of 5 its 20-bit problem. Test strings are drawn as"
                + " training strings are; of 5 bits there are only 32.")
public record Memorisation(
        @AlphabetSize(initial = "2") int symbols,

        @Setting(label = "Length", help = "Symbols of the string.", unit = "symbols", initial = "5", min = 1, max = 100)
        int length,

        @Setting(
                label = "Delay",
                help = "Steps from the last symbol of the string to the trigger.",
                unit = "steps",
                initial = "50",
                min = 1,
                max = 2000)
        int delay)
        implements TaskSettings {

    public Memorisation {
        if (symbols < 2 || symbols > 26 || length < 1 || delay < 1) {
            throw new SettingsException(
                    "", "memorisation needs 2 to 26 symbols and a length and a delay of at least 1");
        }
    }

    @Override
    public Task open() {
        return new MemorisationTask(this);
    }
}
