package unroll.app.chart;

import unroll.engine.plot.Scale;

/**
 * Whole decades on a logarithmic axis.
 *
 * @param low the exponent of its beginning
 * @param high the exponent of its end, above {@code low}
 * @param cut whether there are numbers below
 */
public record Decades(int low, int high, boolean cut) {
    /** Those with the numbers from {@code low} to {@code high} in them, both exponents: at least {@code fewest}, at most the last {@code most}. */
    public static Decades around(double low, double high, int fewest, int most) {
        if (!(low <= high)) {
            return new Decades(-fewest, 0, false);
        }
        int end = (int) Math.ceil(high);
        int begin = Math.min((int) Math.floor(low), end - fewest);
        int lowest = end - most;
        return new Decades(Math.max(begin, lowest), end, begin < lowest);
    }

    /** Where an exponent lies: 0 at the beginning, 1 at the end; NaN and minus infinity are themselves. */
    public double share(double exponent) {
        return exponent == Double.NEGATIVE_INFINITY ? exponent : Math.max(0, (exponent - low) / (high - low));
    }

    public Scale scale() {
        return new Scale(Math.pow(10, low), Math.pow(10, high), true);
    }
}
