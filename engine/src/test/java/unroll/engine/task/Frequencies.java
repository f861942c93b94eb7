package unroll.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;

/** How often each value of something drawn came, against how often it should have. */
final class Frequencies {
    /** A true hypothesis is refused once in some 30,000 tests, and never twice, for the draws are a function of a seed. */
    private static final double DEVIATIONS = 4;

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();

    void add(int value) {
        counts.merge(value, 1, Integer::sum);
    }

    /** Every value from {@code low} to {@code high} came, no other did, and all as often as the other. */
    void assertUniform(int low, int high) {
        double[] probabilities = new double[high - low + 1];
        Arrays.fill(probabilities, 1.0 / probabilities.length);
        assertFrequencies(low, probabilities);
    }

    /** Value {@code low + i} came with probability {@code probabilities[i]}, and no other did. */
    void assertFrequencies(int low, double... probabilities) {
        assertThat(counts.firstKey()).isEqualTo(low);
        assertThat(counts.lastKey()).isEqualTo(low + probabilities.length - 1);
        assertThat(chiSquare(low, probabilities)).isLessThan(bound(probabilities.length - 1));
    }

    double chiSquare(int low, double... probabilities) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double expected = all * probabilities[i];
            double excess = counts.getOrDefault(low + i, 0) - expected;
            assertThat(expected).as("enough for the statistic").isGreaterThan(5);
            sum += excess * excess / expected;
        }
        return sum;
    }

    /** What chi-square of so many degrees of freedom rarely exceeds (Wilson and Hilferty 1931); 0 for none. */
    static double bound(int freedom) {
        double nine = 2 / (9.0 * freedom);
        return freedom == 0 ? 1e-9 : freedom * Math.pow(1 - nine + DEVIATIONS * Math.sqrt(nine), 3);
    }
}
