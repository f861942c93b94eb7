package unroll.engine.task;

import java.util.Optional;
import unroll.engine.setting.Kind;
import unroll.engine.setting.SettingsException;

/**
 * The multiplication problem: two marked numbers far back in a stream of numbers have to be multiplied at its end.
 *
 * @param length T: a sequence has T to 11 T / 10 steps
 */
@Kind(
        name = "multiplication",
        label = "Multiplication",
        help = "Multiply the two marked numbers of a long sequence at its end (thesis sec. 4.4.1).")
public record Multiplication(@MarkedLength int length) implements TaskSettings {

    public Multiplication {
        if (length < 10) {
            throw new SettingsException("", "the multiplication problem needs a length of at least 10, not " + length);
        }
    }

    @Override
    public Optional<String> freeLength() {
        return Optional.of("length");
    }

    @Override
    public Task open() {
        return new MarkedNumbersTask(length, MarkedOperation.PRODUCT);
    }
}
