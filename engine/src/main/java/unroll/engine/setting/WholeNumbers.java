package unroll.engine.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several whole numbers in an order that matters, such as the sizes of layers, perhaps none.
 *
 * <p>Written {@code 400, 200, 100} or {@code 400-200-100}; the range of a setting holds for each of them.
 *
 * @param values the numbers
 */
public record WholeNumbers(List<Integer> values) {
    public WholeNumbers {
        values = List.copyOf(values);
    }

    /** These numbers. */
    public static WholeNumbers of(Integer... values) {
        return new WholeNumbers(List.of(values));
    }

    /** Reads {@code 400, 200, 100}, {@code 400-200-100} or {@code 400 200 100}. */
    public static WholeNumbers parse(String text) {
        List<Integer> values = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.strip().split("\\s*[,-]\\s*|\\s+", -1)) {
                try {
                    values.add(Integer.parseInt(part));
                } catch (NumberFormatException e) {
                    throw new SettingsException(
                            "", "'" + text + "' is no list of whole numbers; write 400, 200, 100 or 400-200-100");
                }
            }
        }
        return new WholeNumbers(values);
    }

    public int size() {
        return values.size();
    }

    /** The number at {@code index}, counted from 0. */
    public int get(int index) {
        return values.get(index);
    }

    /** The form that {@link #parse} reads, with commas. */
    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
