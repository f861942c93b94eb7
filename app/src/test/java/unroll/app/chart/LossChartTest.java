package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unroll.app.Alone;

/** What a loss chart draws of the same numbers when it is asked to draw them otherwise. */
class LossChartTest {
    private final FxRobot robot = new FxRobot();
    private LossChart chart;

    @BeforeEach
    void showAChart() throws TimeoutException {
        chart = Alone.shown(500, 300, LossChart::new);
    }

    /** A loss that falls from 1 by a tenth with each test, and so many updates. */
    private void show(int updates) {
        double[] x = new double[updates];
        double[] y = new double[updates];
        for (int i = 0; i < updates; i++) {
            x[i] = i + 1;
            y[i] = Math.exp(-i / 100.0) * (i % 2 == 0 ? 1 : 0.8);
        }
        robot.interact(() -> chart.dataProperty()
                .set(new LossData(new Curve(x, y), Curve.EMPTY, List.of(), Optional.empty(), OptionalLong.empty())));
    }

    private List<Double> ends() {
        return List.of(chart.across().high(), chart.up().low(), chart.up().high());
    }

    @Test
    void axesGrowWithARunUnlessTheyAreHeldAndCatchUpWhenTheyAreLetGo() {
        show(150);
        List<Double> first = ends();
        show(400);
        assertThat(ends()).isNotEqualTo(first);
        show(150);
        robot.interact(() -> chart.heldProperty().set(true));
        show(400);
        assertThat(ends()).isEqualTo(first);
        robot.interact(() -> chart.heldProperty().set(false));
        assertThat(ends()).isNotEqualTo(first);
    }

    @Test
    void anAxisThatIsHeldStillBecomesLogarithmicOrEven() {
        show(150);
        robot.interact(() -> chart.heldProperty().set(true));
        robot.interact(() -> chart.logUpProperty().set(false));
        assertThat(chart.up().logarithmic()).isFalse();
        double high = chart.up().high();
        show(900);
        assertThat(chart.up().high()).isEqualTo(high);
        assertThat(chart.across().high()).isLessThan(900);
    }

    @Test
    void aTwinHasTheAxesOfTheOther() {
        show(150);
        robot.interact(() -> chart.heldProperty().set(true));
        List<Double> held = ends();
        show(900);
        robot.interact(() -> chart = chart.twin());
        assertThat(ends()).isEqualTo(held);
    }

    @Test
    void withoutTheSmoothedLineTheOwnLineIsAsDarkAsThat() {
        show(150);
        assertThat(chart.lines()).extracting(Line::ink).containsExactly(Ink.FAINT, Ink.QUIET, Ink.MAIN);
        robot.interact(() -> chart.smoothProperty().set(false));
        assertThat(chart.lines()).extracting(Line::ink).containsExactly(Ink.QUIET, Ink.MAIN);
    }
}
