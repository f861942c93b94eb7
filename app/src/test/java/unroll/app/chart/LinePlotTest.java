package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.engine.plot.Scale;

class LinePlotTest {
    private final FxRobot robot = new FxRobot();
    private LinePlot plot;

    @BeforeEach
    void showAPlot() throws Exception {
        plot = Alone.shown(300, 200, () -> new LinePlot(30));
    }

    /** Where all lines lie, off the grid. */
    private static final double LEVEL = 0.01;

    /** The colour in the middle of the lines, however large a test before left the window. */
    private Color middle(Line... lines) {
        Image[] image = new Image[1];
        robot.interact(() -> plot.show(new Scale(0, 2, false), new Scale(-1, 1, false), List.of(lines), List.of()));
        WaitForAsyncUtils.waitForFxEvents(5);
        robot.interact(() -> image[0] = plot.snapshot(null, null));
        var area = plot.area();
        double y = area.getCenterY() - LEVEL / 2 * area.getHeight();
        return image[0].getPixelReader().getColor((int) area.getCenterX() + 7, (int) y);
    }

    private static Line level(Ink ink, float width) {
        return new Line(new Curve(new double[] {0, 2}, new double[] {LEVEL, LEVEL}), ink, width, false, false);
    }

    /** A name of a level, and from where to where it stands. */
    private record Name(String text, double from, double to) {}

    /** The names of levels at these heights of an axis from 0 to 1. */
    private List<String> names(double... heights) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            levels.add(new Level("level " + i, heights[i]));
        }
        return written(levels).stream().map(Name::text).toList();
    }

    private List<Name> written(List<Level> levels) {
        List<Name> written = new ArrayList<>();
        Pen pen = (Pen) Proxy.newProxyInstance(
                Pen.class.getClassLoader(), new Class<?>[] {Pen.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        Text text = new Text((String) arguments[0]);
                        text.setFont((Font) arguments[4]);
                        double from = (double) arguments[1];
                        written.add(new Name(
                                text.getText(),
                                from,
                                from + text.getLayoutBounds().getWidth()));
                    }
                    return null;
                });
        robot.interact(() -> plot.show(new Scale(0, 2, false), new Scale(0, 1, false), List.of(), levels));
        WaitForAsyncUtils.waitForFxEvents(5);
        robot.interact(() -> plot.draw(pen));
        return written.stream().filter(name -> name.text().startsWith("level")).toList();
    }

    @Test
    void ofLevelsWhoseNamesWouldLieOverEachOtherTwoAreNamedOneAtEachEnd() {
        assertThat(names(0.2, 0.5, 0.8)).containsExactly("level 0", "level 1", "level 2");
        assertThat(names(0.5, 0.51, 0.8, 0.49)).containsExactly("level 0", "level 1", "level 2");
    }

    @Test
    void twoNamesAtOneHeightHaveRoomBetweenThem() {
        int both = 0;
        int longest = 30;
        for (int letters = 1; letters <= longest; letters++) {
            List<Name> names = written(List.of(
                    new Level("level " + "m".repeat(letters), 0.5), new Level("level " + "n".repeat(letters), 0.51)));
            assertThat(names).isNotEmpty();
            if (names.size() == 2) {
                Name left = names.getFirst().from() < names.getLast().from() ? names.getFirst() : names.getLast();
                Name right = left.equals(names.getFirst()) ? names.getLast() : names.getFirst();
                assertThat(left.to()).as("%d letters", letters).isLessThan(right.from());
                both++;
            }
        }
        assertThat(both).isBetween(3, longest - 3);
    }

    @Test
    void ofLinesThatCoincideTheLaterLiesOnTop() {
        Color main = middle(level(Ink.MAIN, 7));
        Color second = middle(level(Ink.SECOND, 7));
        assertThat(main).isNotEqualTo(second);
        assertThat(middle(level(Ink.MAIN, 7), level(Ink.SECOND, 7))).isEqualTo(second);
        assertThat(middle(level(Ink.SECOND, 7), level(Ink.MAIN, 7))).isEqualTo(main);
    }
}
