package unroll.engine.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which cells stand for a value that is not there. */
final class Missing {
    /** How programs write a value that they do not have or that is not finite. */
    private static final Set<String> USUAL = Set.of(
            "",
            "nan",
            "na",
            "n/a",
            "#n/a",
            "nat",
            "null",
            "nil",
            "none",
            "missing",
            "inf",
            "+inf",
            "-inf",
            "infinity",
            "-infinity",
            "?",
            "-",
            "--",
            "---",
            ".",
            "..",
            "...",
            "*",
            "\\n",
            "#div/0!",
            "#value!",
            "#null!",
            "#num!",
            "#ref!");

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
        return words.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether this number stands for no value. */
    boolean number(double value) {
        return !numbers.isEmpty() && numbers.contains(value);
    }
}
