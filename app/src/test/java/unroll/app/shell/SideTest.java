package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.engine.experiment.Examples;
import unroll.engine.setting.SettingsJson;

/** What stands beside the views, as a person reads it. */
class SideTest extends BenchTest {
    private ScrollPane side() {
        return robot.lookup(".side-scroll").query();
    }

    private Bounds place(Node node) {
        return BenchFixture.onWindow(() -> side().sceneToLocal(node.localToScene(node.getBoundsInLocal())));
    }

    @Test
    void itBeginsWithWhatTheExperimentIsAboutAndForEveryExperimentAtItsBeginning() {
        open(Examples.first());
        Node about = robot.lookup(".about").query();
        assertThat(place(about).getMaxY())
                .isLessThan(place(robot.lookup(".property-sheet").query()).getMinY());
        BenchFixture.doOnWindow(() -> side().setVvalue(1));
        open(SettingsJson.with(Examples.first(), "name", "Another"));
        fixture.settle();
        assertThat(place(about).getMinY()).isBetween(0.0, 40.0);
    }

    @Test
    void whyAValueIsRefusedIsSeenAtTheEndOfThePanelToo() {
        open(Examples.first());
        TextField rate = robot.lookup(
                        (Node node) -> node instanceof TextField && "Learning rate".equals(node.getAccessibleText()))
                .query();
        BenchFixture.doOnWindow(
                () -> { // the field is the last that is seen
                    double hidden = side().getContent().getBoundsInLocal().getHeight()
                            - side().getViewportBounds().getHeight();
                    double below = side().sceneToLocal(rate.localToScene(rate.getBoundsInLocal()))
                                    .getMaxY()
                            - side().getHeight();
                    side().setVvalue(side().getVvalue() + below / hidden);
                    rate.requestFocus();
                    rate.setText("1e30");
                });
        robot.push(KeyCode.ENTER);
        fixture.settle();
        Label why = robot.lookup((Node node) -> node instanceof Label
                        && node.isVisible()
                        && node.getStyleClass().contains("refusal"))
                .query();
        assertThat(place(why).getMaxY()).isLessThanOrEqualTo(side().getHeight());
    }
}
