package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;

class FilmViewTest {
    private static final int SIZE = 12;

    private final FxRobot robot = new FxRobot();

    private static Film.Strip strip(String caption) {
        return new Film.Strip(caption, new float[3][SIZE * SIZE]);
    }

    /** The captions of two pictures in so much room. */
    private List<Label> captions(double width, double height) throws Exception {
        FilmView view = Alone.shown(width, height, FilmView::new);
        robot.interact(() ->
                view.filmProperty().set(new Film(SIZE, SIZE, List.of(strip("truth"), strip("free run from t = 10")))));
        WaitForAsyncUtils.waitForFxEvents(5);
        robot.interact(() -> {
            view.resize(width, height); // however large a test before left the window
            view.layout();
        });
        List<Label> captions =
                view.lookupAll(".film-caption").stream().map(Label.class::cast).toList();
        assertThat(captions)
                .hasSize(2)
                .allSatisfy(caption ->
                        assertThat(caption.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(height + 0.5));
        return captions;
    }

    @ParameterizedTest
    @CsvSource({"600, 300, 1", "220, 160, 2"})
    void captionsAreWholeInOneLineOrInTwo(double width, double height, int lines) throws Exception {
        List<Label> captions = captions(width, height);
        double one = captions.getFirst().prefHeight(-1);
        Label longer = captions.getLast();
        assertThat(longer.prefHeight(longer.getWidth()))
                .isEqualTo(lines * one)
                .isLessThanOrEqualTo(longer.getHeight() + 0.5);
    }

    @Test
    void captionsLeaveThePicturesRoom() throws Exception {
        List<Label> captions = captions(256, 70);
        assertThat(captions.getLast().getHeight())
                .isLessThanOrEqualTo(2 * captions.getFirst().prefHeight(-1));
        assertThat(captions.getFirst().getLayoutY()).as("below the pictures").isGreaterThan(SIZE);
    }
}
