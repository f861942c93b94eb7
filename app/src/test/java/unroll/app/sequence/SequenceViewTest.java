package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unroll.app.Alone;
import unroll.app.chart.Matrix;

class SequenceViewTest {
    private final FxRobot robot = new FxRobot();
    private SequenceView view;

    @BeforeEach
    void showAView() throws Exception {
        view = Alone.shown(420, 300, SequenceView::new);
    }

    private Node shown(Depiction depiction) {
        robot.interact(() -> view.depictionProperty().set(depiction));
        return view.getChildren().getFirst();
    }

    private static Channels channels(float value) {
        float[] numbers = {value, 2};
        return new Channels(List.of(new Channel("x", numbers, numbers, numbers)), List.of(), List.of());
    }

    private static Bands bands() {
        Matrix cells = new Matrix(1, 3, new float[3]);
        return new Bands(List.of(new Bands.Band("input", List.of("a"), cells, 1)));
    }

    @Test
    void aDepictionOfTheSameKindIsShownInTheSameViewAndOneOfAnotherKindInAnother() {
        Node first = shown(channels(1));
        assertThat(first).isInstanceOf(SeriesView.class);
        Channels second = channels(7);
        assertThat(shown(second)).isSameAs(first);
        assertThat(((SeriesView) first).channelsProperty().get()).isEqualTo(second);
        assertThat(shown(bands())).isInstanceOf(BandsView.class);
        assertThat(view.getChildren()).hasSize(1);
    }

    @Test
    void timeIsMarkedInWhateverIsShownAndAMapThatIsPointedAtMarksAnother() {
        robot.interact(() -> view.timeProperty().set(1));
        BandsView maps = (BandsView) shown(bands());
        assertThat(maps.timeProperty().get()).isEqualTo(1);
        robot.interact(() -> maps.timeProperty().set(2));
        assertThat(view.timeProperty().get()).isEqualTo(2);
        SeriesView curves = (SeriesView) shown(channels(1));
        assertThat(curves.timeProperty().get()).isEqualTo(2);
    }
}
