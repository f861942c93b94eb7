package unroll.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

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

    @Test
    void theIndexAtAPlaceIsTheLastPointNotBeyondIt() {
        Curve curve = line(10);
        assertThat(curve.indexAt(-0.5)).isEqualTo(-1);
        assertThat(curve.indexAt(3)).isEqualTo(3);
        assertThat(curve.indexAt(3.9)).isEqualTo(3);
        assertThat(curve.indexAt(100)).isEqualTo(9);
    }
}
