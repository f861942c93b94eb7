package unroll.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static final double[] PERCENTS = {1, 16, 50, 84, 99};

    /** The number with {@code rank} smaller ones before it, found by counting. */
    private static double ranked(double[] numbers, int rank) {
        for (double candidate : numbers) {
            int smaller = 0;
            int equal = 0;
            for (double other : numbers) {
                smaller += other < candidate ? 1 : 0;
                equal += other == candidate ? 1 : 0;
            }
            if (smaller <= rank && rank < smaller + equal) {
                return candidate;
            }
        }
        throw new AssertionError("no number has rank " + rank);
    }

    @ParameterizedTest(name = "of {0} numbers")
    @ValueSource(ints = {1, 2, 3, 7, 64, 101, 300})
    void percentilesLieBetweenTheNumbersOfTheRanksBesideThem(int size) {
        Random random = new Random(size);
        double[] numbers = IntStream.range(0, size)
                .mapToDouble(i -> random.nextInt(40) / 8.0 - 2)
                .toArray();
        double[] found = Distribution.of(numbers).percentiles();
        for (int i = 0; i < PERCENTS.length; i++) {
            double rank = PERCENTS[i] * (size - 1) / 100;
            double below = ranked(numbers, (int) Math.floor(rank));
            double above = ranked(numbers, (int) Math.ceil(rank));
            double expected = below + (rank - Math.floor(rank)) * (above - below);
            // three roundings of numbers below 3, and that of the rank, up to 300, times a gap of at most 5
            assertThat(found[i]).as(PERCENTS[i] + " %").isCloseTo(expected, within(5 * 300 * 0x1p-52));
        }
    }

    @Test
    void ofAHundredAndOneEvenNumbersTheyAreThePercentsThemselves() {
        double[] numbers = IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> -3 + 0.5 * (i * 37 % 101))
                .toArray();
        for (int i = 0; i < PERCENTS.length; i++) {
            assertThat(Distribution.percent(i)).isEqualTo(PERCENTS[i]);
            assertThat(Distribution.of(numbers).percentiles()[i]).isCloseTo(-3 + 0.5 * PERCENTS[i], within(1e-12));
        }
    }

    @Test
    void whatIsNotFiniteIsCountedAndNotMixedIn() {
        Distribution some =
                Distribution.of(new double[] {Double.NaN, 4, Double.POSITIVE_INFINITY, 4, Double.NEGATIVE_INFINITY});
        assertThat(some.numbers()).isEqualTo(5);
        assertThat(some.broken()).isEqualTo(3);
        assertThat(some.percentiles()).containsOnly(4);
        Distribution none = Distribution.of(new double[] {Double.NaN});
        assertThat(none.broken()).isEqualTo(1);
        assertThat(none.percentiles()).containsOnly(Double.NaN);
    }

    @Test
    void theNumbersStayAsTheyAre() {
        double[] numbers = {3, 1, 2};
        Distribution.of(numbers);
        assertThat(numbers).containsExactly(3, 1, 2);
    }

    @Test
    void anotherNumberOfPercentilesIsRefused() {
        assertThatThrownBy(() -> new Distribution(new double[4], 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 percentiles, not 5");
    }
}
