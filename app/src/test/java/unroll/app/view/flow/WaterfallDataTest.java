package unroll.app.view.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.chart.Decades;

class WaterfallDataTest {
    private static WaterfallData of(double[]... looks) {
        WaterfallData data = WaterfallData.EMPTY;
        for (int i = 0; i < looks.length; i++) {
            data = data.with(i, looks[i]);
        }
        return data;
    }

    @Test
    void aRowHoldsTheDecadesOfTheSizesAndSaysWhereNothingArrivesOrSomethingBroke() {
        WaterfallData data = of(new double[] {100, 1, 1e-7, 0, Double.NaN, Double.POSITIVE_INFINITY});
        assertThat(data.rows().getFirst().decades())
                .containsExactly(2, 0, -7, Float.NEGATIVE_INFINITY, Float.NaN, Float.NaN);
    }

    /** Look i has the size 10^i at each step, so that the mean of a row is known by its updates. */
    @ParameterizedTest(name = "{0} looks")
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 1000, 5000})
    void howeverLongTheHistoryAllOfItStaysInSight(int looks) {
        WaterfallData data = WaterfallData.EMPTY;
        for (int i = 0; i < looks; i++) {
            double size = Math.pow(10, i % 100);
            data = data.with(i, new double[] {size, 1});
            assertThat(data.rows().size()).isLessThanOrEqualTo(WaterfallData.MOST);
        }
        long next = 0;
        for (WaterfallData.Row row : data.rows()) {
            assertThat(row.first()).isEqualTo(next);
            assertThat(row.looks()).isEqualTo((int) (row.last() - row.first() + 1));
            double mean = 0;
            for (long i = row.first(); i <= row.last(); i++) {
                mean += (double) (i % 100) / row.looks();
            }
            // floats of 24 bits below 100, rounded at each of at most 40 merges
            assertThat((double) row.decades()[0]).isCloseTo(mean, within(40 * 100 * 0x1p-24));
            assertThat(row.decades()[1]).isZero();
            next = row.last() + 1;
        }
        assertThat(next).as("the newest look too").isEqualTo(looks);
        assertThat(data.rows().size()).isGreaterThanOrEqualTo(Math.min(looks, WaterfallData.MOST / 2));
        assertThat(data.rows().stream().limit(data.rows().size() - 1L))
                .as("rows of one history are alike but for the newest")
                .allSatisfy(row -> assertThat(row.looks()).isEqualTo(data(looks)));
    }

    private static int data(int looks) {
        int each = 1;
        for (int most = WaterfallData.MOST; looks > most; most *= 2) {
            each *= 2;
        }
        return each;
    }

    @Test
    void whatIsRememberedTakesItsPlaceHoweverMuchThereIs() {
        for (int looks : new int[] {3, 255, 256, 400, 2000}) {
            WaterfallData data = WaterfallData.EMPTY;
            for (int i = 0; i < looks; i++) {
                long update =
                        i * 7919L % looks; // in another order than time's; 7919 is a prime and divides none of them
                data = data.with(update, new double[] {Math.pow(10, update / 100.0), 1});
            }
            assertThat(data.rows()).hasSizeBetween(Math.min(looks, 64), WaterfallData.MOST);
            long before = -1;
            for (WaterfallData.Row row : data.rows()) {
                assertThat(row.first()).isGreaterThan(before).isLessThanOrEqualTo(row.last());
                assertThat((double) row.decades()[0]).isBetween(row.first() / 100.0 - 1e-3, row.last() / 100.0 + 1e-3);
                before = row.last();
            }
            assertThat(before).isEqualTo(looks - 1);
        }
    }

    @Test
    void whatIsBrokenStaysBrokenAndNothingDoesNotHideWhatArrived() {
        WaterfallData data = WaterfallData.EMPTY;
        for (int i = 0; i <= WaterfallData.MOST; i++) {
            data = data.with(i, new double[] {i == 1 ? Double.NaN : 10, i == 0 ? 0 : 10, 0});
        }
        assertThat(data.looks()).isEqualTo(2);
        assertThat(data.rows().getFirst().decades()).containsExactly(Float.NaN, 1, Float.NEGATIVE_INFINITY);
        assertThat(data.rows().get(1).decades()).containsExactly(1, 1, Float.NEGATIVE_INFINITY);
    }

    @Test
    void aSecondLookAtTheSameNetworkIsNoRowAndAnotherSequenceLengthIsAnotherHistory() {
        WaterfallData data = WaterfallData.EMPTY.with(3, new double[] {1, 2}).with(3, new double[] {1, 2});
        assertThat(data.rows()).hasSize(1);
        assertThat(data.with(2, new double[] {1, 2}).rows())
                .as("an update taken back")
                .hasSize(2);
        assertThat(data.with(4, new double[] {1, 2, 3}).rows()).hasSize(1);
    }

    @Test
    void decadesAreWholeAndNeitherFlatterNoiseNorDrownInWhatIsNextToNothing() {
        assertThat(of(new double[] {0.2, 30}).decades()).isEqualTo(new Decades(-2, 2, false));
        assertThat(of(new double[] {1e-9, 30}).decades()).isEqualTo(new Decades(-9, 2, false));
        assertThat(of(new double[] {1e-30, 30}).decades()).isEqualTo(new Decades(-10, 2, true));
        assertThat(of(new double[] {0, Double.NaN}).decades()).isEqualTo(new Decades(-4, 0, false));
        Decades decades = new Decades(-10, 2, true);
        assertThat(decades.share(-10)).isZero();
        assertThat(decades.share(2)).isEqualTo(1);
        assertThat(decades.share(-4)).isEqualTo(0.5);
        assertThat(decades.share(-30)).isZero();
        assertThat(decades.share(Double.NaN)).isNaN();
        assertThat(decades.share(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
