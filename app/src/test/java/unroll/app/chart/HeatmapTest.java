package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.Screens;

class HeatmapTest {
    private final FxRobot robot = new FxRobot();
    private Heatmap heatmap;

    @BeforeEach
    void showAMatrixOfThreeUnitsAndFourSteps() throws Exception {
        heatmap = Alone.shown(500, 340, Heatmap::new);
        robot.interact(() -> {
            heatmap.sortedProperty().set(false);
            heatmap.matrixProperty().set(Matrix.ofColumns(new float[][] {
                {1, -1, 0}, {0, 1, -1}, {Float.NaN, 0, 1}, {0.5f, -0.5f, 0}
            }));
        });
        settle();
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private Image picture() {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = heatmap.lookup(".heatmap-plot").snapshot(null, null));
        Screens.write("heatmap", image[0]);
        return image[0];
    }

    /** The pixel in the middle of a cell of the whole picture. */
    private static int pixel(Image image, int unit, int step) {
        return image.getPixelReader()
                .getArgb((int) (image.getWidth() * (step + 0.7) / 4), (int) (image.getHeight() * (unit + 0.5) / 3));
    }

    @ParameterizedTest(name = "{0} wide")
    @ValueSource(ints = {120, 150, 190, 260, 500})
    void theNameOfAnAxisIsLeftOutWhereItWouldLieOnTheNumbers(int width) throws Exception {
        Heatmap narrow =
                Alone.shown(width, 200, () -> new Heatmap(new Heatmap.Wording("to", "from ", "from unit", false)));
        robot.interact(() -> narrow.matrixProperty().set(new Matrix(100, 100, new float[10_000])));
        settle();
        List<Label> below = narrow.lookupAll(".axis-label").stream()
                .map(Label.class::cast)
                .filter(label -> label.isVisible() && label.getLayoutY() > 160)
                .sorted(Comparator.comparingDouble(Label::getLayoutX))
                .toList();
        assertThat(below).extracting(Label::getText).contains("1", "100");
        for (int i = 1; i < below.size(); i++) {
            assertThat(below.get(i).getBoundsInParent().getMinX())
                    .as("%s beside %s", below.get(i).getText(), below.get(i - 1).getText())
                    .isGreaterThanOrEqualTo(below.get(i - 1).getBoundsInParent().getMaxX());
        }
        if (width >= 260) {
            assertThat(below).extracting(Label::getText).contains("from unit");
        }
    }

    @ParameterizedTest(name = "{0} wide")
    @ValueSource(ints = {120, 180, 400})
    void theWordsOfAHistogramStayInIt(int width) throws Exception {
        HistogramPlot plot = Alone.shown(width, 200, HistogramPlot::new);
        robot.interact(() ->
                plot.numbersProperty().set(new Matrix(1, 4, new float[] {-0.00097f, 0.111f, 0, Float.NaN})));
        settle();
        assertThat(plot.lookupAll(".axis-label")).hasSize(3).allSatisfy(label -> {
            assertThat(label.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(label.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(width);
        });
    }

    @Test
    void eachCellHasTheColourOfItsNumber() {
        robot.interact(() -> heatmap.timeProperty().set(-5));
        Image image = picture();
        DivergingMap map = heatmap.colours();
        Matrix matrix = heatmap.matrixProperty().get();
        for (int unit = 0; unit < 3; unit++) {
            for (int step = 0; step < 4; step++) {
                assertThat(pixel(image, unit, step))
                        .as("unit %d, step %d", unit, step)
                        .isEqualTo(map.colour(matrix.at(unit, step)));
            }
        }
    }

    @Test
    void cellsHaveSharpEdges() {
        robot.interact(() -> heatmap.timeProperty().set(-5));
        Image image = picture();
        int row = (int) (image.getHeight() / 30); // above the numbers
        int colours = 1;
        for (int x = 1; x < image.getWidth(); x++) {
            colours += image.getPixelReader().getArgb(x, row)
                            == image.getPixelReader().getArgb(x - 1, row)
                    ? 0
                    : 1;
        }
        assertThat(colours).isEqualTo(4);
    }

    @Test
    void sortedUnitsStandHighestMeanFirst() {
        robot.interact(() -> {
            heatmap.matrixProperty().set(Matrix.ofColumns(new float[][] {{-1, 1, 0}, {-1, 1, 0}}));
            heatmap.sortedProperty().set(true);
        });
        assertThat(heatmap.order()).containsExactly(1, 2, 0);
    }

    @Test
    void theWheelZoomsToCellsAndADoubleClickShowsAll() {
        robot.interact(() -> heatmap.matrixProperty().set(new Matrix(100, 60, new float[6000])));
        settle();
        Node plot = heatmap.lookup(".heatmap-plot");
        robot.moveTo(plot);
        robot.interact(() -> heatmap.zoom(4, 30, 50));
        assertThat(heatmap.windowProperty().get()).isEqualTo(new Rectangle2D(22.5, 37.5, 15, 25));
        robot.interact(() -> heatmap.pan(-1000, 0));
        assertThat(heatmap.windowProperty().get().getMinX()).isZero();
        robot.doubleClickOn(plot, MouseButton.PRIMARY);
        assertThat(heatmap.windowProperty().get()).isEqualTo(new Rectangle2D(0, 0, 60, 100));
    }

    /** Drags over a map of 60 steps, of which all are seen or those from 22.5 to 37.5, from the middle by a quarter of its width. */
    private int draggedFrom(int start, boolean enlarged, MouseButton button, boolean shift) {
        robot.interact(() -> {
            heatmap.matrixProperty().set(new Matrix(100, 60, new float[6000]));
            heatmap.showWhole();
            if (enlarged) {
                heatmap.zoom(4, 30, 50);
            }
            heatmap.timeProperty().set(start);
        });
        settle();
        Node plot = heatmap.lookup(".heatmap-plot");
        mouse(plot, MouseEvent.MOUSE_PRESSED, 0.5, button, shift);
        mouse(plot, MouseEvent.MOUSE_DRAGGED, 0.6, button, shift);
        mouse(plot, MouseEvent.MOUSE_DRAGGED, 0.75, button, shift);
        mouse(plot, MouseEvent.MOUSE_RELEASED, 0.75, button, shift);
        return heatmap.timeProperty().get();
    }

    private void mouse(Node plot, EventType<MouseEvent> type, double share, MouseButton button, boolean shift) {
        robot.interact(() -> {
            Point2D there = plot.localToScene(
                    share * plot.getLayoutBounds().getWidth(),
                    plot.getLayoutBounds().getHeight() / 2);
            double x = there.getX();
            double y = there.getY();
            boolean middle = button == MouseButton.MIDDLE;
            plot.fireEvent(new MouseEvent(
                    type, x, y, x, y, button, 1, shift, false, false, false, !middle, middle, false, true, false, true,
                    null));
        });
    }

    @Test
    void aDragOverAllCellsMovesTheTimeCursor() {
        assertThat(draggedFrom(5, false, MouseButton.PRIMARY, false)).isBetween(44, 45);
    }

    @Test
    void aDragPansWithShiftOrTheMiddleButtonOrWhereAPartIsSeen() {
        assertThat(draggedFrom(5, false, MouseButton.PRIMARY, true)).isEqualTo(5);
        assertThat(draggedFrom(5, false, MouseButton.MIDDLE, false)).isEqualTo(5);
        assertThat(draggedFrom(5, true, MouseButton.PRIMARY, false)).isEqualTo(5);
        assertThat(heatmap.windowProperty().get().getMinX()).isBetween(18.7, 18.8);
    }

    @Test
    void hoveringReadsUnitTimeAndValue() {
        Node plot = heatmap.lookup(".heatmap-plot");
        robot.moveTo(plot);
        robot.moveBy(
                -plot.getLayoutBounds().getWidth() * 0.4,
                -plot.getLayoutBounds().getHeight() * 0.4);
        settle();
        assertThat(((Label) heatmap.lookup(".readout")).getText()).isEqualTo("unit 1 \u00b7 t = 1 \u00b7 +1.00");
    }

    @Test
    void keysWithAltAreTheWindows() {
        robot.interact(() -> {
            heatmap.matrixProperty().set(new Matrix(100, 60, new float[6000]));
            heatmap.requestFocus();
            heatmap.timeProperty().set(2);
            heatmap.zoom(4);
        });
        Rectangle2D seen = heatmap.windowProperty().get();
        List<KeyCode> passed = new ArrayList<>();
        heatmap.getParent().addEventHandler(KeyEvent.KEY_PRESSED, key -> passed.add(key.getCode()));
        robot.push(KeyCode.ALT, KeyCode.DIGIT0).push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(heatmap.windowProperty().get()).isEqualTo(seen);
        assertThat(heatmap.timeProperty().get()).isEqualTo(2);
        assertThat(passed).contains(KeyCode.DIGIT0, KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT).push(KeyCode.DIGIT0);
        assertThat(heatmap.timeProperty().get()).as("its own keys").isEqualTo(3);
        assertThat(heatmap.windowProperty().get()).isNotEqualTo(seen);
    }

    @Test
    void aClickMovesTheTimeCursor() {
        Node plot = heatmap.lookup(".heatmap-plot");
        robot.moveTo(plot);
        robot.moveBy(plot.getLayoutBounds().getWidth() * 0.35, 0);
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(heatmap.timeProperty().get()).isEqualTo(3);
    }
}
