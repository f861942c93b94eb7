package unroll.engine.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

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
}
