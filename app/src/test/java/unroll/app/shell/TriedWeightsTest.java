package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Heatmap;
import unroll.app.control.QuietButton;
import unroll.app.view.weights.LiveWeights;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Response;

/** Weights that are given other numbers by hand, with a real run in the background. */
class TriedWeightsTest extends PerturbBench {
    /** What is typed as long as any weight is has room in the field that has the keys. */
    private void theNumberIsWhole(String number) {
        TextField field =
                (TextField) BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
        String before = field.getText();
        BenchFixture.doOnWindow(() -> field.setText(number));
        fixture.settle();
        BenchFixture.doOnWindow(() -> {
            Node words = field.lookup(".text");
            Bounds drawn = field.sceneToLocal(words.localToScene(words.getBoundsInLocal()));
            assertThat(drawn.getMinX()).as("beginning of " + number).isNotNegative();
            assertThat(drawn.getMaxX()).as("end of " + number).isLessThanOrEqualTo(field.getWidth());
            field.setText(before);
            field.selectAll();
        });
    }

    @Test
    void aWeightIsTriedByHandAndLetGo() {
        robot.clickOn("Weights");
        Heatmap map = robot.lookup((Node node) -> node instanceof Heatmap heatmap
                        && heatmap.getAccessibleText().startsWith("Weights")
                        && heatmap.isVisible())
                .query();
        fixture.await("it is shown", () -> map.matrixProperty().get().rows() == 24);
        float own = map.matrixProperty().get().at(1, 2);
        BenchFixture.doOnWindow(map::requestFocus);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        theNumberIsWhole("-1.2345678E-4");
        robot.write("1.5").push(KeyCode.ENTER);
        HeldWeight held = new HeldWeight("W_hh", 2, 3, 1.5);
        assertThat(done()).containsExactly(held);
        fixture.await("its effect is seen beside it", () -> fork().words().contains("They part at step"));
        assertThat(map.matrixProperty().get().at(1, 2)).isEqualTo(1.5f);
        assertThat(seen(LiveWeights.NAME)).isTrue();
        Response direct = direct(List.of(held));
        assertThat(fork().states()).containsExactly(direct.states());
        assertThat(direct.undisturbed().hidden()[1][1])
                .as("unit 2 receives input from unit 3 from the second step on")
                .isNotEqualTo(direct.disturbed().hidden()[1][1]);
        fixture.picture("perturb-weight");
        robot.push(KeyCode.ENTER).write("-0.5").push(KeyCode.ENTER);
        assertThat(done()).containsExactly(new HeldWeight("W_hh", 2, 3, -0.5));
        robot.clickOn((Node node) -> node instanceof QuietButton
                && node.getParent() instanceof HBox bar
                && bar.getStyleClass().contains("weight-bar"));
        assertThat(done()).isEmpty();
        assertThat(map.matrixProperty().get().at(1, 2)).isEqualTo(own);
        robot.push(KeyCode.U);
        assertThat(done()).containsExactly(new HeldWeight("W_hh", 2, 3, -0.5));
        robot.push(KeyCode.SHIFT, KeyCode.P);
        choose("Matrix or bias", "b_h");
        fixture.settle();
        assertThat(done()).containsExactly(new HeldWeight("b_h", 1, 3, -0.5));
        fixture.picture("perturb-bias");
    }

    @Test
    void aNumberThatIsTypedWhileTheNetworkLearnsStaysAsItIsTyped() {
        robot.clickOn("Weights");
        fixture.await(
                "it is shown",
                () -> view(LiveWeights.class)
                                .model()
                                .weightsProperty()
                                .get()
                                .numbers()
                                .rows()
                        == 24);
        Heatmap map = robot.lookup((Node node) -> node instanceof Heatmap heatmap
                        && heatmap.getAccessibleText().startsWith("Weights")
                        && heatmap.isVisible())
                .query();
        trainFor(5);
        BenchFixture.doOnWindow(map::requestFocus);
        robot.push(KeyCode.RIGHT).push(KeyCode.ENTER);
        robot.write("1.");
        long update = view(LiveWeights.class).model().weightsProperty().get().update();
        fixture.await(
                "other weights came meanwhile",
                () -> view(LiveWeights.class).model().weightsProperty().get().update() > update + 5);
        robot.write("5").push(KeyCode.ENTER);
        assertThat(done()).containsExactly(new HeldWeight("W_hh", 1, 1, 1.5));
        pause();
    }
}
