package unroll.engine.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which cells stand for a value that is not there. */
final class Missing {
    /** How programs write a value that they do not have or that is not finite. */
    private static final Set<String> USUAL = Set.of(
            "", "nan", "na", "n/a", "#n/a", "nat", "null", "nil", "none", "missing", "?", "-", "--", "---", ".", "..",
            "...", "*", "\\n", "#div/0!", "#value!", "#null!", "#num!", "#ref!", "<na>", "k.a.", "k. a.", "n.d.",
            "fehlt", "#nv", "#wert!", "#bezug!", "#zahl!");

    private static final Set<String> INFINITE = Set.of("inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private final Set<String> words = new HashSet<>(USUAL);
    private final Set<Double> numbers = new HashSet<>();

    /** The usual words, and these cells besides: words or numbers, in whatever way the file writes them. */
    Missing(List<String> more) {
        for (String cell : more) {
            double number = NumberForm.POINT.parse(cell);
            if (!Double.isNaN(number)) {
                numbers.add(number);
            }
            words.add(cell.toLowerCase(Locale.ROOT));
        }
    }

    boolean word(String cell) {
        return words.contains(cell.strip().toLowerCase(Locale.ROOT)) || infinite(cell);
    }

    /** Whether it is how programs write a number without end. */
    static boolean infinite(String cell) {
        return INFINITE.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether this number stands for no value. */
    boolean number(double value) {
        return !numbers.isEmpty() && numbers.contains(value);
    }
}
