package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import unroll.app.dock.Arrangement;
import unroll.app.view.flow.LiveFlow;

/** Keys that belong to the window, whatever the keyboard and wherever the focus is. */
class WindowKeysTest extends BenchTest {
    private Button button(String text) {
        return robot.lookup((Node node) ->
                        node instanceof Button button && button.isVisible() && text.equals(button.getText()))
                .queryAs(Button.class);
    }

    private TextField field(String name) {
        return robot.lookup((Node node) -> node instanceof TextField && name.equals(node.getAccessibleText()))
                .query();
    }

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
        TextField field = field("Hidden units");
        robot.interact(field::requestFocus);
        robot.push(KeyCode.ALT, view(LiveFlow.class).key());
        assertThat(seen(LiveFlow.NAME)).isTrue();
        assertThat(field.getText()).isEqualTo("10");
    }

    @Test
    void aKeyOfWhatCannotBeDoneNowSaysSo() throws IOException {
        openSmallExperiment(); // its optimiser has no inside
        Labeled echo = robot.lookup(".key-echo > .label").queryAllAs(Labeled.class).stream()
                .reduce((first, second) -> second)
                .orElseThrow();
        robot.push(KeyCode.ALT, KeyCode.U);
        assertThat(echo.getText()).isEqualTo("Show or close: Update \u2013 cannot be done now");
        robot.push(KeyCode.ALT, view(LiveFlow.class).key());
        assertThat(seen(LiveFlow.NAME)).isTrue();
    }

    private Arrangement arrangement() {
        return BenchFixture.onWindow(
                () -> fixture.train().arrangement().valueProperty().get());
    }

    @Test
    void spaceTrainsWhatACardOpened() {
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() >= 2);
        robot.clickOn("Bouncing balls");
        fixture.await("the run is open", () -> training.openProperty().get());
        fixture.settle();
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.runningProperty().get());
    }

    @Test
    void spaceTrainsWhileADropDownHasTheFocusAndAltBelongsToTheViewsWhileSomebodyTypes() throws IOException {
        openSmallExperiment();
        Node choice = robot.lookup((Node node) -> node instanceof ComboBox<?> && node.isVisible())
                .query();
        robot.interact(choice::requestFocus);
        trainFor(10);
        pause();
        assertThat(seen("weights")).isFalse();
        robot.interact(() -> field("Learning rate").requestFocus());
        robot.push(KeyCode.ALT, KeyCode.DIGIT5);
        fixture.await("the view is seen", () -> seen("weights"));
    }

    @Test
    void aButtonThatWasClickedLeavesSpaceToTheTraining() throws IOException {
        openSmallExperiment();
        Button button = robot.lookup((Node node) -> node instanceof Button b && "Reseed".equals(b.getText()))
                .query();
        AtomicInteger pressed = new AtomicInteger();
        robot.interact(() -> {
            button.setOnAction(event -> pressed.incrementAndGet());
            button.requestFocus();
        });
        trainFor(10);
        pause();
        assertThat(pressed).hasValue(0);
    }

    private String helped() {
        return BenchFixture.onWindow(() -> Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .flatMap(window -> window.getScene().getRoot().lookupAll(".setting-help .label").stream())
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" | ")));
    }

    @Test
    void f1HelpsWithTheSettingTheViewAndTheButtonUnderTheMouseOrInFocus() throws IOException {
        openSmallExperiment();
        robot.moveTo(card("Loss"));
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(helped()).startsWith("Loss | How well the network predicts").endsWith("Key: Alt+1");
        fixture.picture("help-view");
        robot.push(KeyCode.ESCAPE);
        robot.moveTo(button("Reset"));
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(helped()).isEqualTo("Reset | Back to update 0 with the same seeds | Key: Ctrl+R");
        fixture.picture("help-button");
        robot.push(KeyCode.ESCAPE);
        robot.moveTo(field("Balls"));
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(helped()).startsWith("Balls | ");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.SHIFT, KeyCode.TAB); // the keyboard is used last, and the mouse does not count any more
        robot.interact(button("Play")::requestFocus);
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(helped()).startsWith("Play").doesNotContain("Balls");
        assertThat(robot.lookup(".keys-sheet").tryQuery()).isEmpty();
    }

    @Test
    void f1OnAScreenThatIsGreyTellsWhatIsMissing() throws IOException {
        helpIs("Train", "Train | Open an experiment first: ");
        helpIs("Sweep", "Sweep | Open a sweep first: ");
        helpIs("Race", "Race | Open an experiment first: ");
        openSmallExperiment();
        helpIs("Train", "Train | The run that is open");
        helpIs("Sweep", "Sweep | Open a sweep first: ");
    }

    private void helpIs(String screen, String begin) {
        robot.moveTo(robot.from(robot.lookup(".navigation").queryAll())
                .lookup(screen)
                .queryAs(Node.class));
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(helped()).startsWith(begin);
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void whileSomebodyTypesSpaceIsASpace() throws IOException {
        openSmallExperiment();
        TextField field = field("Learning rate");
        robot.interact(field::requestFocus);
        robot.push(KeyCode.SPACE);
        fixture.settle();
        assertThat(training.runningProperty().get()).isFalse();
    }

    @Test
    void aQuestionMarkShowsTheKeysAndEscapeClosesThem() {
        robot.push(KeyCode.F1);
        assertThat(robot.lookup(".keys-sheet").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".keys-sheet").tryQuery()).isEmpty();
        robot.write('?');
        assertThat(robot.lookup(".keys-sheet").tryQuery()).isPresent();
    }
}
