package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.engine.plot.Scale;

class CurveTest {
    private static Curve line(int size) {
        double[] x = new double[size];
        double[] y = new double[size];
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> 1);
        return new Curve(x, y);
    }

    @Test
    void decimationKeepsEveryPeakAndHasAtMostTwoPointsInAPixelColumn() {
        Curve curve = line(100_000);
        curve.y()[77_777] = 50;
        curve.y()[12_345] = -3;
        Curve few = curve.decimated(Scale.upTo(100_000), 600);
        assertThat(few.size()).isLessThanOrEqualTo(2 * 600 + 2);
        assertThat(few.y()).contains(50, -3);
        assertThat(few.x()).isSorted();
    }

    @Test
    void decimationOnALogarithmicAxisKeepsEveryPeakToo() {
        Curve curve = line(100_000);
        for (int peak : new int[] {0, 1, 2, 50, 999, 43_210, 99_999}) {
            curve.y()[peak] = 10 + peak;
        }
        Scale axis = new Scale(1, 50_000, true);
        Curve few = curve.decimated(axis, 300);
        assertThat(few.size()).isLessThanOrEqualTo(2 * 300 + 4);
        assertThat(few.y())
                .contains(10, 11, 12, 60, 1009, 43_220)
                .as("beyond the axis")
                .contains(100_009);
        assertThat(few.x()).isSorted();
    }

    @Test
    void pointsOnTheEdgesOfColumnsLoseNoneOfTheCurve() {
        Curve rising = new Curve(line(3001).x(), line(3001).x());
        for (int columns = 90; columns < 700; columns += 7) {
            for (Scale axis : new Scale[] {Scale.upTo(3000), Scale.upTo(columns), new Scale(1, 3000, true)}) {
                Curve few = rising.decimated(axis, columns);
                assertThat(few.x()[few.size() - 1]).isEqualTo(3000);
                assertThat(few.size()).isLessThanOrEqualTo(2 * columns + 4);
                assertThat(few.x()).isSorted();
            }
        }
    }

    @Test
    void aShortCurveIsLeftAsItIs() {
        Curve curve = line(100);
        assertThat(curve.decimated(Scale.upTo(100), 600)).isSameAs(curve);
    }

    @Test
    void smoothingDoesNotPullTheFirstValuesToZeroAndLeavesGaps() {
        Curve curve = line(50);
        curve.y()[20] = Double.NaN;
        Curve smooth = curve.smoothed(0.9);
        assertThat(smooth.y()[0]).isEqualTo(1);
        assertThat(smooth.y()[20]).isNaN();
        assertThat(smooth.y()[21]).isCloseTo(1, offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 0.99})
    void smoothingIsTheMovingAverageOfTensorBoard(double weight) {
        double[] y = new Random(5).doubles(200).toArray();
        double[] smooth = new Curve(
                        DoubleStream.iterate(0, x -> x + 1).limit(200).toArray(), y)
                .smoothed(weight)
                .y();
        double last = 0;
        for (int i = 0;
                i < y.length;
                i++) { // as its plugin has it: the average, divided by 1 minus the weight to the power of the count
            last = last * weight + (1 - weight) * y[i];
            assertThat(smooth[i]).isCloseTo(last / (1 - Math.pow(weight, i + 1)), offset(1e-12));
        }
    }

    @Test
    void theIndexAtAPlaceIsTheLastPointNotBeyondIt() {
        Curve curve = line(10);
        assertThat(curve.indexAt(-0.5)).isEqualTo(-1);
        assertThat(curve.indexAt(3)).isEqualTo(3);
        assertThat(curve.indexAt(3.9)).isEqualTo(3);
        assertThat(curve.indexAt(100)).isEqualTo(9);
    }

    /** The weighted mean of all past points by its definition: each counts for the way it stands for, which fades. */
    private static double mean(Curve curve, int at, double way) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= at; i++) {
            double stood = i == 0 ? curve.x()[1] - curve.x()[0] : curve.x()[i] - curve.x()[i - 1];
            double weight = (1 - Math.exp(-stood / way)) * Math.exp(-(curve.x()[at] - curve.x()[i]) / way);
            sum += Double.isNaN(curve.y()[i]) ? 0 : weight * curve.y()[i];
            weights += Double.isNaN(curve.y()[i]) ? 0 : weight;
        }
        return sum / weights;
    }

    @Test
    void anAverageOverAWayIsTheMeanOfThePastThatFadesAlongIt() {
        double[] x = {2, 3, 7, 7.5, 20, 21, 22};
        double[] y = {4, -1, 8, Double.NaN, 3, 0.5, 100};
        Curve curve = new Curve(x, y);
        for (double way : new double[] {0.1, 1, 5, 300}) {
            Curve smooth = curve.averaged(way);
            for (int i = 0; i < x.length; i++) {
                if (Double.isNaN(y[i])) {
                    assertThat(smooth.y()[i]).as("a gap stays a gap").isNaN();
                } else {
                    assertThat(smooth.y()[i]).isCloseTo(mean(curve, i, way), offset(1e-9));
                }
            }
        }
    }

    @Test
    void anAverageOverAWayDoesNotDependOnHowOftenWasMeasured() {
        Curve often = new Curve(new double[8001], new double[8001]);
        Curve seldom = new Curve(new double[801], new double[801]);
        for (int i = 0; i <= 8000; i++) {
            often.x()[i] = 0.01 * i;
            often.y()[i] = Math.sin(0.01 * i);
        }
        for (int i = 0; i <= 800; i++) {
            seldom.x()[i] = 0.1 * i;
            seldom.y()[i] = Math.sin(0.1 * i);
        }
        double fine = often.averaged(10).y()[8000];
        assertThat(seldom.averaged(10).y()[800]).isCloseTo(fine, offset(0.01));
        assertThat(seldom.smoothed(0.99).y()[800])
                .as("one that fades by the point does")
                .isNotCloseTo(often.smoothed(0.99).y()[8000], offset(0.1));
        assertThat(often.averaged(0).y()).as("no way, no average").isEqualTo(often.y());
    }
}
