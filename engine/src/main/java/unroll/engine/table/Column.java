package unroll.engine.table;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column of a table that was read.
 *
 * @param name as the file has it, or "column 3"
 * @param unit as a line of units has it; empty where there is none
 * @param kind what its cells are
 * @param values a number for each row: numbers themselves, of times the seconds since the beginning of 1970 (since midnight where no day is
 *     named), of words their place in {@code words}; not a number where a value is missing; shared, not to be written to
 * @param words the different words, in the order in which they come
 * @param dated whether times name days
 * @param universal whether times are in universal time (UTC), because the file says how far from it each is
 */
public record Column(
        String name,
        String unit,
        ColumnKind kind,
        double[] values,
        List<String> words,
        boolean dated,
        boolean universal) {
    /** Smaller numbers that rise may be counts of things. */
    private static final double MANY_DIGITS = 1e6;

    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i:(.*[ _.-])?(ids?|nr|no|number|nummer|key|code|order|invoice|serial)\\.?)|.*[a-z]I[dD]");

    public Column {
        words = List.copyOf(words);
    }

    /** Whether it is called as numbers are that only tell rows apart: "id", "order no.", "customerId". */
    static boolean numbersRows(String name) {
        return IDENTIFIER.matcher(name).matches();
    }

    /** Whether its numbers only tell rows apart: it is called so, and they are whole, of many digits, and rise. */
    public boolean isIdentifier() {
        boolean identifies = kind == ColumnKind.NUMBER && numbersRows(name) && smallest() >= MANY_DIGITS;
        for (int r = 0; r < values.length && identifies; r++) {
            identifies = values[r] == Math.rint(values[r]) && (r == 0 || values[r] > values[r - 1]);
        }
        return identifies;
    }

    /** What its cells are, in words; of numbers in several units which these are, and what helps. */
    public String holds() {
        List<String> units = kind == ColumnKind.WORD ? units() : List.of();
        return units.size() < 2
                ? kind.words()
                : "numbers in several units, " + String.join(" and ", units) + "; write them in one";
    }

    private List<String> units() {
        List<String> pointed = WrittenUnit.all(words, NumberForm.POINT);
        return pointed.isEmpty() ? WrittenUnit.all(words, NumberForm.COMMA) : pointed;
    }

    /** Rows without a value. */
    public int missing() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    /** The smallest value; not a number where there is none. */
    public double smallest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
    }

    /** The largest value; not a number where there is none. */
    public double largest() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }

    /** What a column is called that the file gives no name. */
    public static String unnamed(int column) {
        return "column " + (column + 1);
    }
}
