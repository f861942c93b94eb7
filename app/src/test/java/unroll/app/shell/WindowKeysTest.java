package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.dock.Arrangement;
import unroll.app.view.flow.LiveFlow;

/** Keys that belong to the window, whatever the keyboard and wherever the focus is. */
class WindowKeysTest extends BenchTest {
    @Test
    void controlAndPlusMakeTextLargerWherePlusIsTypedWithShift() {
        int before = fixture.theme.textSizeProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
        assertThat(fixture.theme.textSizeProperty().get()).isGreaterThan(before);
    }

    @Test
    void altBelongsToTheViewsAlsoWhileOneOfThemOrAFieldHasTheFocus() throws IOException {
        openSmallExperiment();
        Arrangement before = arrangement();
        Node heatmap = robot.lookup(".heatmap").query();
        int time = cues().timeProperty().get();
        robot.interact(heatmap::requestFocus);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(arrangement()).as("the view is moved").isNotEqualTo(before);
        assertThat(cues().timeProperty().get()).as("and not the time step").isEqualTo(time);
        robot.push(KeyCode.ALT, KeyCode.DIGIT0);
        assertThat(arrangement()).isEqualTo(before);
        TextField field = robot.lookup(
                        (Node node) -> node instanceof TextField && "Hidden units".equals(node.getAccessibleText()))
                .query();
        robot.interact(field::requestFocus);
        robot.push(KeyCode.ALT, view(LiveFlow.class).key());
        assertThat(seen(LiveFlow.NAME)).isTrue();
        assertThat(field.getText()).isEqualTo("10");
    }

    private Arrangement arrangement() {
        return BenchFixture.onWindow(
                () -> fixture.train().arrangement().valueProperty().get());
    }
}
