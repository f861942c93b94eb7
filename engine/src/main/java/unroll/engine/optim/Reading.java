package unroll.engine.optim;

import java.math.BigDecimal;
import java.math.MathContext;
import unroll.engine.setting.Decimal;

/**
 * Something that an optimiser reports of the inside of an update: a number, or words where it is a reason.
 *
 * @param name what it is, for people and for the head of a column: without commas
 * @param number NaN where there is none, or where it is in words
 * @param words without commas; empty where it is a number
 */
public record Reading(String name, double number, String words) {
    private static final int DIGITS = 3;

    public Reading {
        if (name.matches("(?s).*[,\n\r].*") || words.matches("(?s).*[,\n\r].*")) {
            throw new IllegalArgumentException("a cell of a table must not hold a comma: " + name + ": " + words);
        }
    }

    /** A number. */
    public static Reading of(String name, double number) {
        return new Reading(name, number, "");
    }

    /** A reason. */
    public static Reading of(String name, String words) {
        return new Reading(name, Double.NaN, words);
    }

    /** Name and number with a few digits, or the words: "lambda 0.0667". */
    public String brief() {
        return name + " " + (words.isEmpty() ? few(number) : words);
    }

    private static String few(double number) {
        return Double.isFinite(number) && number != Math.rint(number)
                ? Decimal.text(
                        new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue())
                : Decimal.text(number);
    }

    /** The number with all its digits, or the words. */
    public String cell() {
        return words.isEmpty() ? Decimal.text(number) : words;
    }
}
