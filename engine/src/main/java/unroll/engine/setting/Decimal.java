package unroll.engine.setting;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** A number as a person writes it: the fewest digits that read back as the same double, 0.0001 and not 1.0E-4. */
public final class Decimal {
    /** Sizes from the first up to the second are written out; beyond them zeros would have to be counted. */
    private static final double SMALLEST_PLAIN = 1e-4;

    private static final double LARGEST_PLAIN = 1e7;

    /** Below it every digit of a whole number is one of the double's. */
    private static final double EXACT = 1e15;

    private Decimal() {}

    /** Such as 0.95, 1200, 0.0001, 3e-5 or 1e9; also valid JSON where {@code value} is finite. */
    public static String text(double value) {
        double size = Math.abs(value);
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : exponential(Double.toString(value));
    }

    /** The same, but whole numbers in all their digits, as in a table: 16777217. */
    public static String inFull(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT ? Long.toString((long) value) : text(value);
    }

    /** The finite number that a text is; none where it is none. */
    public static OptionalDouble parse(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** From {@code 3.0E-5}, or from {@code 0.0} and what is not finite, which have no exponent. */
    private static String exponential(String digits) {
        return digits.endsWith(".0")
                ? digits.substring(0, digits.length() - 2)
                : digits.replace(".0E", "e").replace('E', 'e');
    }
}
