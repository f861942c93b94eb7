package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The span of a film, by two thumbs and by numbers: 19 time steps of a small run. */
class FilmSpanTest extends ExportBench {
    @BeforeEach
    void wantAFilm() throws IOException {
        openSmallExperiment();
        makeTen();
        fire("Export Hidden states");
        choose("GIF");
        fixture.settle();
    }

    private RangeSlider slider() {
        return robot.lookup((Node node) -> node instanceof RangeSlider).query();
    }

    private String typed(String field) {
        return BenchFixture.onWindow(() -> robot.lookup(
                        (Node node) -> node instanceof TextField box && field.equals(box.getAccessibleText()))
                .<TextField>query()
                .getText());
    }

    private void span(String from, String to) {
        assertThat(typed("From")).isEqualTo(from);
        assertThat(typed("To")).isEqualTo(to);
    }

    private void thumbs(double low, double high) {
        assertThat(BenchFixture.onWindow(() -> slider().getLowValue())).isEqualTo(low);
        assertThat(BenchFixture.onWindow(() -> slider().getHighValue())).isEqualTo(high);
    }

    /** Types a number and leaves its field. */
    private void take(String field, String text) {
        type(field, text);
        robot.push(KeyCode.TAB);
    }

    @Test
    void theArrowKeysMoveEitherThumbByOneFrameAndTheNumbersFollow() {
        span("1", "19");
        thumbs(0, 18);
        BenchFixture.doOnWindow(() -> choice("training").requestFocus());
        while (BenchFixture.onWindow(() -> !slider().isFocused())) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        span("3", "19");
        robot.push(KeyCode.TAB).push(KeyCode.LEFT);
        span("3", "18");
        thumbs(2, 17);
        fixture.picture("export-span");
        robot.push(KeyCode.TAB);
        assertThat(BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner() instanceof TextField))
                .as("Tab leads on")
                .isTrue();
    }

    @Test
    void theThumbsFollowTheNumbersAndStayWhereTheseAreNone() {
        take("From", "5");
        take("To", "12");
        thumbs(4, 11);
        take("To", "many");
        thumbs(4, 11);
        take("To", "1000");
        thumbs(4, 18);
        assertThat(typed("To")).as("what is typed stays").isEqualTo("1000");
    }

    @Test
    void alongTheTrainingThereIsAPlaceForEachUpdateThatIsRemembered() {
        choose("training");
        span("0", "10");
        thumbs(0, 1);
        BenchFixture.doOnWindow(() -> slider().setLowValue(1));
        span("10", "10");
        choose("time steps");
        span("1", "19");
        thumbs(0, 18);
    }

    @Test
    void escClosesTheSheetThoughAThumbHasTheKeys() {
        BenchFixture.doOnWindow(() -> slider().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(sheet()).isFalse();
    }
}
