package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.engine.plot.Scale;

/** Names of levels in a plot from 0 to 100 across and from 0 to 10 up, 200 pixels high, in lines of 14. */
class LevelNamesTest {
    private static final double WIDTH = 0.2;

    private static LevelNames beside(double... y) {
        double[] x = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            x[i] = 100.0 * i / (y.length - 1);
        }
        Line line = new Line(new Curve(x, y), Ink.MAIN, 1, false, false);
        return new LevelNames(new Scale(0, 100, false), new Scale(0, 10, false), List.of(line), 14, 221);
    }

    @Test
    void aNameStandsAtTheRightUnlessALineRunsThere() {
        assertThat(beside(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9).place(3, WIDTH)).isEqualTo(LevelNames.Side.RIGHT);
        assertThat(beside(9, 8, 7, 6, 5, 4, 3.5, 3.4, 3.3, 3.3, 3.3).place(3, WIDTH))
                .isEqualTo(LevelNames.Side.LEFT);
        assertThat(beside(3.3, 3.3, 3.3, 4, 5, 6, 7, 8, 9, 9, 9).place(3, WIDTH))
                .isEqualTo(LevelNames.Side.RIGHT);
    }

    /** A line of text has 0.7 of the axis' ten. */
    @Test
    void ofTwoLevelsThatAreNearEachHasItsNameAtAnEndOfItsOwnAndAThirdHasNone() {
        LevelNames names = beside(9, 9, 9, 9, 9);
        assertThat(names.place(3, WIDTH)).isEqualTo(LevelNames.Side.RIGHT);
        assertThat(names.place(3.3, WIDTH)).isEqualTo(LevelNames.Side.LEFT);
        assertThat(names.place(3.1, WIDTH)).isEqualTo(LevelNames.Side.NONE);
        assertThat(names.place(5, WIDTH)).as("far from both").isEqualTo(LevelNames.Side.RIGHT);
    }

    @Test
    void twoNamesThatFillTheWidthBetweenThemDoNotStandAtOneHeight() {
        LevelNames names = beside(9, 9, 9, 9, 9);
        assertThat(names.place(3, 0.6)).isEqualTo(LevelNames.Side.RIGHT);
        assertThat(names.place(3.3, 0.5)).as("they would meet").isEqualTo(LevelNames.Side.NONE);
        assertThat(names.place(3.3, 0.3)).as("beside it").isEqualTo(LevelNames.Side.LEFT);
        assertThat(names.place(5, 0.6)).as("above both").isEqualTo(LevelNames.Side.RIGHT);
    }
}
