package unroll.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.app.Screens;

class PictureGridTest {
    private static final int WIDTH = 3;
    private static final int HEIGHT = 2;

    private final FxRobot robot = new FxRobot();
    private PictureGrid grid;

    /** Three pictures in the order third, first, second; the second has twice the scale of the others, and a number that is none. */
    @BeforeEach
    void showThreePictures() throws Exception {
        grid = Alone.shown(400, 120, () -> new PictureGrid("pictures", picture -> "number " + picture));
        float[] numbers = {0, 1, -1, 0.5f, -0.5f, 0, /**/ 2, 0, Float.NaN, -2, 1, -1, /**/ 0, 0, 0, 1, 1, 1};
        robot.interact(() -> grid.sheetProperty()
                .set(new PictureGrid.Sheet(
                        WIDTH, HEIGHT, new Matrix(3, 6, numbers), new double[] {1, 2, 1}, new int[] {2, 0, 1})));
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    @Test
    void eachPixelHasTheColourOfItsNumberInItsPicturesScale() {
        Image[] taken = new Image[1];
        robot.interact(() -> taken[0] = grid.snapshot(null, null));
        Screens.write("picture-grid", taken[0]);
        PictureGrid.Sheet sheet = grid.sheetProperty().get();
        GridPlaces places = GridPlaces.fit(3, WIDTH, HEIGHT, 400, 120, 10, 0);
        DivergingMap map = grid.map();
        for (int place = 0; place < 3; place++) {
            for (int pixel = 0; pixel < 6; pixel++) {
                double number = sheet.pictures().at(sheet.order()[place], pixel);
                int x = (int) (places.left(place) + (pixel % WIDTH + 0.5) * places.enlarged());
                int y = (int) ((Math.floorDiv(pixel, WIDTH) + 0.5) * places.enlarged());
                assertThat(taken[0].getPixelReader().getArgb(x, y))
                        .as("place %d, pixel %d", place, pixel)
                        .isEqualTo(map.colour(number / (place == 2 ? 2 : 1)));
            }
        }
        assertThat(map.colour(1)).as("there are colours").isNotEqualTo(map.colour(-1));
    }

    @Test
    void hoveringReadsAPictureAndNothingBetweenThem() {
        Readout readout = (Readout) grid.lookup(".readout");
        Bounds there = grid.localToScreen(grid.getBoundsInLocal());
        robot.moveTo(there.getMinX() + 10, there.getMinY() + 10);
        assertThat(readout.isVisible()).isTrue();
        assertThat(readout.getText()).isEqualTo("number 2");
        robot.moveTo(there.getMinX() + 10, there.getMaxY() - 2);
        assertThat(readout.isVisible()).isFalse();
    }
}
