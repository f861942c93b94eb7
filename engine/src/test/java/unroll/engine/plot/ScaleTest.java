package unroll.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void anEvenAxisBeginsAtZeroAndEndsAtARoundNumber() {
        assertThat(Scale.upTo(12_480)).isEqualTo(new Scale(0, 15_000, false));
        assertThat(Scale.upTo(0.0312).high()).isEqualTo(0.04, offset(1e-12));
    }

    @Test
    void ticksAreRoundFewAndWithinTheAxis() {
        for (double high : new double[] {0.004, 1, 7, 300, 15_000, 2e6}) {
            Scale scale = Scale.upTo(high);
            assertThat(scale.ticks(6)).hasSizeBetween(2, 7).allMatch(tick -> tick >= 0 && tick <= scale.high() * 1.001);
        }
    }

    @Test
    void logarithmicTicksAreFewWhetherTheAxisSpansHalfADecadeOrThirty() {
        for (double high : new double[] {3, 8, 100, 1e6, 1e30}) {
            assertThat(new Scale(1, high, true).ticks(8)).hasSizeBetween(2, 8).isSorted();
        }
    }

    @Test
    void aLogarithmicAxisHoldsItsNumbersWithRoomBelow() {
        Scale scale = Scale.around(6.29, 140);
        assertThat(scale.low()).isLessThan(6.29);
        assertThat(scale.high()).isGreaterThanOrEqualTo(140);
    }

    @Test
    void shareAndValueAreInverse() {
        for (Scale scale : new Scale[] {new Scale(2, 90, false), new Scale(0.1, 1000, true)}) {
            for (double share = 0; share <= 1; share += 0.125) {
                assertThat(scale.share(scale.value(share))).isCloseTo(share, offset(1e-12));
            }
        }
    }

    /** Every double is a number that a file of metrics may hold; a fifth of these are 0, the least, the largest or none at all. */
    @Test
    void ticks_are_few_whatever_the_numbers_are() {
        double[] odd = {0, Double.MIN_VALUE, Double.MAX_VALUE, 1.6e308, -1.6e308, Double.POSITIVE_INFINITY, Double.NaN};
        Random random = new Random(16);
        for (int i = 0; i < 20_000; i++) {
            double a = i % 5 == 0 ? odd[i / 5 % odd.length] : Double.longBitsToDouble(random.nextLong());
            double b = i % 5 == 1 ? odd[i / 5 % odd.length] : Double.longBitsToDouble(random.nextLong());
            few(new Scale(a, b, false));
            few(new Scale(a, Math.nextUp(a), false));
            few(new Scale(a, b, true));
            few(Scale.upTo(a));
            few(Scale.around(Math.min(a, b), Math.max(a, b)));
        }
    }

    private static void few(Scale scale) {
        assertThat(scale.ticks(8)).as("%s", scale).hasSizeLessThanOrEqualTo(9).allMatch(Double::isFinite);
    }

    @Test
    void the_largest_and_the_least_loss_lie_on_the_axis() {
        Scale wide = Scale.around(4.9e-324, 1.6e308);
        assertThat(wide.share(1e-300)).isBetween(0.0, 0.01);
        assertThat(wide.share(1)).isCloseTo(0.5, offset(0.01));
        assertThat(wide.value(0.5)).isCloseTo(1, offset(0.01));
        assertThat(Scale.upTo(1.6e308).ticks(6)).hasSizeBetween(2, 7);
    }
}
