package unroll.engine.optim;

import unroll.engine.setting.Decimal;

/**
 * Something that an optimiser tells of the inside of an update: a number, or words where it is a reason.
 *
 * @param name what it is, for people and for the head of a column: without commas
 * @param number NaN where there is none, or where it is told in words
 * @param words without commas; empty where it is a number
 */
public record Reading(String name, double number, String words) {
    public Reading {
        if (name.matches(".*[,\n\r].*") || words.matches("(?s).*[,\n\r].*")) {
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

    /** The number with all its digits, or the words. */
    public String cell() {
        return words.isEmpty() ? Decimal.text(number) : words;
    }
}
