package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.Screens;

class PassageViewTest {
    private static final String TRUTH = "The owl sings.\nThe fox listens when the night comes, and so does Anna. ";

    private final FxRobot robot = new FxRobot();
    private PassageView view;
    private PassagePlot plot;

    @BeforeEach
    void showAPassage() throws Exception {
        view = Alone.shown(420, 300, PassageView::new);
        robot.interact(() -> view.passageProperty().set(passage(TRUTH, true)));
        plot = (PassagePlot) view.lookup(".passage-plot");
    }

    /** Predictions are spaces, of which each is surer than the one before; from the middle on the network writes dots. */
    private static Passage passage(String text, boolean free) {
        int[] truth = text.codePoints().toArray();
        int[] spaces = new int[truth.length];
        Arrays.fill(spaces, ' ');
        float[] probability = new float[truth.length];
        for (int t = 0; t < truth.length; t++) {
            probability[t] = (float) t / (truth.length - 1);
        }
        int[] dots = new int[free ? truth.length : 0];
        Arrays.fill(dots, '.');
        return new Passage(truth, spaces, probability, dots, truth.length / 2);
    }

    private Image picture() {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = plot.snapshot(null, null));
        Screens.write("passage", image[0]);
        return image[0];
    }

    /** The pixel in the middle of a row of a place: 0 the truth, 1 the prediction, 2 what was written. */
    private Color pixel(Image image, int place, int row) {
        Rectangle2D cell = plot.cell(place);
        return image.getPixelReader().getColor((int) (cell.getMinX() + cell.getWidth() / 2), (int)
                (cell.getMinY() + (row + 0.5) * cell.getHeight()));
    }

    /** Dark pixels in a cell of a row. */
    private int ink(Image image, int place, int row) {
        Rectangle2D cell = plot.cell(place);
        int ink = 0;
        for (int x = (int) cell.getMinX() + 2; x < cell.getMaxX() - 2; x++) {
            for (int y = 2; y < cell.getHeight() - 2; y++) {
                int down = (int) (cell.getMinY() + row * cell.getHeight()) + y;
                ink += image.getPixelReader().getColor(x, down).getBrightness() < 0.97 ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void thePredictionStandsOnTheShadeOfTheProbabilityOfTheTruth() {
        Image image = picture();
        int last = TRUTH.length() - 1;
        for (int place : new int[] {1, 20, last / 2, last}) {
            Color shade = plot.shade(place);
            Color over = Color.WHITE.interpolate(
                    Color.color(shade.getRed(), shade.getGreen(), shade.getBlue()), shade.getOpacity());
            Color seen = pixel(image, place, 1);
            // the canvas keeps 8 bits of colour and of opacity
            assertThat(seen.getRed()).isBetween(over.getRed() - 3.0 / 255, over.getRed() + 3.0 / 255);
            assertThat(seen.getBlue()).isBetween(over.getBlue() - 3.0 / 255, over.getBlue() + 3.0 / 255);
        }
        assertThat(plot.shade(last).getOpacity())
                .isGreaterThan(10 * plot.shade(2).getOpacity());
        assertThat(pixel(image, last, 1)).as("negative control").isNotEqualTo(pixel(image, 1, 1));
    }

    @Test
    void whatTheNetworkWritesBeginsWhereItHearsItself() {
        Image image = picture();
        int from = TRUTH.length() / 2;
        assertThat(ink(image, from - 1, 2)).isZero();
        assertThat(ink(image, from, 2)).isPositive();
        assertThat(ink(image, 0, 0)).as("T").isPositive();
        assertThat(ink(image, 3, 0)).as("a space").isZero();
        assertThat(ink(image, 14, 0)).as("the end of a line has a mark").isPositive();
    }

    @Test
    void aClickMarksThePlaceUnderIt() {
        for (int place : new int[] {5, 60, 0}) {
            Rectangle2D cell = plot.cell(place);
            Bounds screen = plot.localToScreen(plot.getLayoutBounds());
            robot.clickOn(
                    screen.getMinX() + cell.getMinX() + cell.getWidth() / 2,
                    screen.getMinY() + cell.getMinY() + 2.5 * cell.getHeight());
            assertThat(view.timeProperty().get()).isEqualTo(place);
        }
        assertThat(plot.place(-1, 5)).isEqualTo(-1);
        assertThat(plot.place(5, 5000)).isEqualTo(-1);
    }

    @Test
    void ofALongTextTheLinesAroundTheMarkedPlaceAreSeen() {
        robot.interact(() -> view.passageProperty().set(passage(TRUTH.repeat(50), true)));
        for (int place : new int[] {0, 1500, TRUTH.length() * 50 - 1}) {
            robot.interact(() -> view.timeProperty().set(place));
            WaitForAsyncUtils.waitForFxEvents(5);
            Rectangle2D cell = plot.cell(place);
            assertThat(cell.getMinY()).isBetween(0.0, plot.getHeight() - 3 * cell.getHeight());
            assertThat(plot.place(cell.getMinX() + 1, cell.getMinY() + 1)).isEqualTo(place);
        }
        assertThat(plot.cell(0).getMinY()).as("the beginning is far above").isLessThan(-plot.getHeight());
    }

    @Test
    void withoutAFreeRunThereIsNoRowForIt() {
        for (boolean free : new boolean[] {true, false}) {
            robot.interact(() -> view.passageProperty().set(passage(TRUTH.repeat(20), free)));
            WaitForAsyncUtils.waitForFxEvents(5);
            int second = 1;
            while (plot.cell(second).getMinX() > 0) {
                second++;
            }
            // as many rows as are drawn, and half of one below them
            assertThat(plot.cell(second).getMinY() / plot.cell(second).getHeight())
                    .isCloseTo(free ? 3.5 : 2.5, within(1e-9));
        }
    }

    @Test
    void partsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> new Passage(new int[3], new int[2], new float[3], new int[0], 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Passage(new int[3], new int[3], new float[3], new int[2], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
