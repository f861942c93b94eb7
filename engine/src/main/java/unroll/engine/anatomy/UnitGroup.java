package unroll.engine.anatomy;

/**
 * The first n of a number of units, or of their gates.
 *
 * @param symbol what formulas call it: h
 * @param width how many there are
 * @param begin the first step at which it exists
 * @param values {@code [T][n]}
 * @param errors the derivative of the loss by each, {@code [T][n]}; none where no derivative flows. Of outputs, by their sum
 * @param formula what it follows from
 */
public record UnitGroup(String symbol, int width, int begin, double[][] values, double[][] errors, Formula formula) {
    /** How many of the units are here, n. */
    public int shown() {
        return values.length == 0 ? 0 : values[0].length;
    }

    /** What formulas call a unit, from 0: h2, and where the symbol ends with a number itself h3.2. */
    public String name(int unit) {
        return name(symbol, unit);
    }

    /** The same of a group that is called so. */
    public static String name(String symbol, int unit) {
        boolean words = symbol.contains(" ");
        boolean numbered = !words && Character.isDigit(symbol.charAt(symbol.length() - 1));
        return (words ? "(" + symbol + ")" : symbol) + (numbered ? "." : "") + (unit + 1);
    }

    /** Whether it exists at a step. */
    public boolean exists(int step) {
        return step >= begin && step < values.length;
    }
}
