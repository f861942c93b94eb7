package unroll.app.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the values of a list are read; nothing is typed into it. */
public final class ChoiceWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public ChoiceWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a list of choices is not typed into");
    }
}
