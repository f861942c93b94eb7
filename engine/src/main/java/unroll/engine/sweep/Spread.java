package unroll.engine.sweep;

import java.util.Arrays;

/**
 * Several numbers in three.
 *
 * @param count how many there are
 * @param mean of them; NaN where there are none
 * @param min the smallest; NaN where there are none
 * @param max the largest; NaN where there are none
 */
public record Spread(int count, double mean, double min, double max) {
    static Spread of(double... values) {
        return new Spread(
                values.length,
                Arrays.stream(values).average().orElse(Double.NaN),
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN));
    }

    /** The same numbers in a unit of which they have {@code factor} times as many; that is above 0. */
    Spread times(double factor) {
        return new Spread(count, factor * mean, factor * min, factor * max);
    }
}
