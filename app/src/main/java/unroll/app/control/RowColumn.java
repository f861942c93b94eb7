package unroll.app.control;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of a {@link RowTable}.
 *
 * @param <R> what a row shows
 * @param head its name
 * @param help what it means
 * @param numeric whether its words stand at the right
 * @param text its words for a row
 * @param order by which rows are sorted
 * @param dot the style of a dot before the words; empty for none
 * @param more explains the words of a row in a tooltip; empty for nothing
 * @param most letters that it has room for at most: more are cut
 */
public record RowColumn<R>(
        String head,
        String help,
        boolean numeric,
        Function<R, String> text,
        Comparator<R> order,
        Function<R, String> dot,
        Function<R, String> more,
        int most) {
    /** Letters that are half as wide again as the mean. */
    private static final String WIDE = "mwMW\u2212%";

    /** Letters that a narrow column has room for, and those of a wide one. */
    private static final int FEW = 4;

    private static final int MANY = 34;

    /** A column of words, numbers among them in their own order. */
    public static <R> RowColumn<R> words(String head, String help, Function<R, String> text) {
        return new RowColumn<>(
                head, help, false, text, Comparator.comparing(text, new NaturalOrder()), r -> "", r -> "", MANY);
    }

    /** A column of numbers; those that are NaN come last. */
    public static <R> RowColumn<R> number(
            String head, String help, Function<R, String> text, ToDoubleFunction<R> value) {
        return new RowColumn<>(head, help, true, text, Comparator.comparingDouble(value), r -> "", r -> "", MANY);
    }

    /** The same in another order. */
    public RowColumn<R> by(Comparator<R> other) {
        return new RowColumn<>(head, help, numeric, text, other, dot, more, most);
    }

    /** The same with dots. */
    public RowColumn<R> withDot(Function<R, String> style) {
        return new RowColumn<>(head, help, numeric, text, order, style, more, most);
    }

    /** The same with explanations. */
    public RowColumn<R> withMore(Function<R, String> words) {
        return new RowColumn<>(head, help, numeric, text, order, dot, words, most);
    }

    /** The same with room for another number of letters. */
    public RowColumn<R> withRoom(int letters) {
        return new RowColumn<>(head, help, numeric, text, order, dot, more, letters);
    }

    /** The letters of mean width that its head takes, with room for the mark of the order. */
    int headLetters() {
        return Math.max(FEW, letters(head) + 1);
    }

    /** The letters of mean width that it needs for a row, as far as it has room for them. */
    int letters(R row) {
        return Math.min(most, letters(text.apply(row)) + (dot.apply(row).isEmpty() ? 0 : 2));
    }

    private static int letters(String words) {
        int wide =
                (int) words.chars().filter(letter -> WIDE.indexOf(letter) >= 0).count();
        return words.length() + (wide + 1) / 2;
    }
}
