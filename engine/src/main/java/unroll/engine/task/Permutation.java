package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * The random permutation problem: every next symbol has to be predicted, of which only the last can be, for it is the first.
 *
 * @param length T, steps of a sequence
 * @param symbols how many there are, K; the first and the last symbol is one of two, the others are of the rest
 */
@Kind(
        name = "permutation",
        label = "Random permutation",
        help = "Predict every next symbol of a sequence that is random but for its end, which is as its beginning"
                + " (thesis sec. 4.4.4). What can be learned is a small part of the loss.")
public record Permutation(
        @Setting(
                label = "Length",
                help = "Steps of a sequence; at the last one the symbol of the first has to be predicted.",
                unit = "steps",
                initial = "50",
                min = 2,
                max = 2000)
        int length,

        @Setting(
                label = "Symbols",
                help = "How many different symbols there are; the thesis takes 100.",
                initial = "100",
                min = 3,
                max = 100)
        int symbols)
        implements TaskSettings {

    public Permutation {
        if (length < 2 || symbols < 3 || symbols > 100) {
            throw new SettingsException("", "a permutation needs a length of at least 2 and 3 to 100 symbols");
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new PermutationTask(this);
    }
}
