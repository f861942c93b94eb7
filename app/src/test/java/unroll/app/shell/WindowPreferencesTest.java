package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.command.KeyEcho;
import unroll.app.sound.Sound;
import unroll.app.view.Cues;

/** What a person chose of the program, and showing it to a hall. */
class WindowPreferencesTest extends BenchTest {
    @BeforeEach
    void comeToRest() {
        fixture.settle();
    }

    @AfterEach
    void leaveFullScreen() {
        BenchFixture.doOnWindow(() -> fixture.stage.setFullScreen(false)); // it is the same stage for all tests
    }

    private int size() {
        return fixture.theme.textSizeProperty().get();
    }

    private KeyEcho echo() {
        return (KeyEcho) robot.lookup((Node node) -> node instanceof KeyEcho).query();
    }

    /** What was shown last, and is or was seen. */
    private boolean echoed(String key, String does) {
        return ((Labeled) echo().getChildren().getFirst()).getText().equals(key)
                && ((Labeled) echo().getChildren().getLast()).getText().equals(does);
    }

    private void push(KeyCode... keys) {
        robot.push(keys);
        fixture.settle();
    }

    @Test
    void lightAndTextSizeAreTheSameAtTheNextStart() {
        push(KeyCode.CONTROL, KeyCode.T);
        push(KeyCode.CONTROL, KeyCode.PLUS);
        push(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(size()).isEqualTo(125);
        startAgain();
        assertThat(size()).isEqualTo(125);
        assertThat(fixture.theme.darkProperty().get())
                .as("the system is dark, light was chosen")
                .isFalse();
        push(KeyCode.CONTROL, KeyCode.DIGIT0);
        BenchFixture.doOnWindow(fixture.theme::follow);
        startAgain();
        assertThat(size()).isEqualTo(100);
        assertThat(fixture.theme.darkProperty().get()).isTrue();
    }

    @Test
    void textIsNeverSmallerThanFourFifthsNorLargerThanTwice() {
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        }
        assertThat(size()).isEqualTo(80);
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        assertThat(size()).isEqualTo(200);
    }

    @Test
    void musicIsAsLoudOrAsSilentAtTheNextStart() {
        assertThat(sound().loudnessProperty().get()).isEqualTo(0.7);
        assertThat(sound().mutedProperty().get()).isFalse();
        BenchFixture.doOnWindow(() -> sound().loudnessProperty().set(0.25));
        BenchFixture.doOnWindow(() -> sound().mutedProperty().set(true));
        startAgain();
        assertThat(sound().loudnessProperty().get()).isEqualTo(0.25);
        assertThat(sound().mutedProperty().get()).isTrue();
    }

    @Test
    void musicIsAsFastAtTheNextStart() throws IOException {
        assertThat(cues().beatsProperty().get()).isEqualTo(Cues.BEATS);
        for (double beats : new double[] {10, 400, 132.5}) { // from the slowest to the fastest that can be chosen
            BenchFixture.doOnWindow(() -> cues().beatsProperty().set(beats));
            startAgain();
            assertThat(cues().beatsProperty().get()).isEqualTo(beats);
        }
        fixture.close();
        Files.writeString(folder.resolve("preferences.json"), "{\"volume\": {\"level\": 0.5}}");
        startUp();
        assertThat(cues().beatsProperty().get())
                .as("of an edition that did not keep it")
                .isEqualTo(Cues.BEATS);
    }

    private Sound sound() {
        return fixture.screen(TrainingScreen.class).music().sound();
    }

    @Test
    void preferencesThatMakeNoSenseAreSaidAndNotUsed() throws IOException {
        fixture.close();
        Files.writeString(folder.resolve("preferences.json"), "{\"looks\": {\"textSize\": 900}}");
        startUp();
        fixture.await("it is said", () -> {
            String said = fixture.bench.shell().noticeProperty().get();
            return said.contains("preferences.json") && said.contains("200");
        });
        assertThat(size()).isEqualTo(100);
    }

    @Test
    void presentingIsLargeAndFullAndShowsKeysUntilTheSameKeyEndsIt() throws IOException {
        openSmallExperiment();
        push(KeyCode.F5);
        assertThat(size()).isEqualTo(150);
        assertThat(fixture.stage.isFullScreen()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(size()).isEqualTo(175);
        robot.push(KeyCode.F);
        fixture.await(
                "the letter and what it does are shown",
                () -> echo().isVisible() && echoed("F", "Let the time step run on"));
        robot.push(KeyCode.F);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        fixture.await("the key is shown", () -> echoed("Ctrl+L", "Commands"));
        fixture.picture("presenting");
        robot.write("abc");
        robot.push(KeyCode.ESCAPE);
        assertThat(fixture.stage.isFullScreen())
                .as("Escape closes what lies on top first")
                .isTrue();
        fixture.await("the key goes", () -> !echo().isVisible());
        push(KeyCode.F5);
        assertThat(size()).isEqualTo(100);
        assertThat(fixture.stage.isFullScreen()).isFalse();
        robot.push(KeyCode.F);
        assertThat(BenchFixture.onWindow(() -> echoed("F", "Let the time step run on")))
                .as("nobody watches")
                .isFalse();
        startAgain();
        assertThat(size()).isEqualTo(100);
        push(KeyCode.F5);
        assertThat(size()).as("the hall's size is kept").isEqualTo(175);
        push(KeyCode.ESCAPE);
        assertThat(size()).isEqualTo(100);
        assertThat(fixture.stage.isFullScreen()).isFalse();
    }

    @Test
    void whatIsPresentedHasTheRoomOfTheSettingsAndTheRuns() throws IOException {
        openSmallExperiment();
        assertThat(share(".dock")).isLessThan(0.7);
        robot.interact(() -> robot.lookup(".side .combo-box").query().requestFocus());
        push(KeyCode.F5);
        fixture.settle();
        assertThat(share(".dock")).isGreaterThan(0.85);
        assertThat(share(".navigation")).isLessThan(0.1);
        assertThat(BenchFixture.onWindow(() -> {
                    Node settings = robot.lookup(".side-scroll").query();
                    return settings.localToScene(0, 0).getX()
                            >= fixture.stage.getScene().getWidth() - 1;
                }))
                .as("folded, though a setting had the keys")
                .isTrue();
        push(KeyCode.F5);
        fixture.settle();
        assertThat(share(".dock")).as("all is as before").isLessThan(0.7);
    }

    /** How much of the window's width something has. */
    private double share(String style) {
        return BenchFixture.onWindow(
                () -> robot.lookup(style).query().getLayoutBounds().getWidth() / fixture.stage.getWidth());
    }

    @Test
    void whatIsTypedIntoAFieldIsNotShownAgain() {
        push(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        fixture.await("the key is shown", () -> echoed("Ctrl+L", "Commands"));
        robot.write("xy");
        assertThat(BenchFixture.onWindow(() -> echoed("Ctrl+L", "Commands"))).isTrue();
        push(KeyCode.ESCAPE);
    }

    private boolean scores() {
        return BenchFixture.onWindow(() -> robot.lookup(".score-name").queryAll().stream()
                .anyMatch(node -> node.getParent().getParent().getParent().isVisible()));
    }

    @Test
    void screensAreRightWithLargeText() throws IOException {
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() >= 2);
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        assertThat(size()).isEqualTo(150);
        fixture.picture("large-gallery");
        openSmallExperiment();
        trainFor(120);
        pause();
        fixture.picture("large-training");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1280);
            fixture.stage.setHeight(720);
        });
        fixture.picture("large-training-projector");
        assertThat(scores()).as("they make way for the curves").isFalse();
        BenchFixture.doOnWindow(() -> fixture.theme.normal());
        fixture.settle();
        assertThat(scores()).as("with smaller text there is room for both").isTrue();
        for (int i = 0; i < 3; i++) {
            BenchFixture.doOnWindow(() -> fixture.theme.larger());
        }
        fixture.settle();
        assertThat(scores()).as("in the same window").isFalse();
        push(KeyCode.CONTROL, KeyCode.DIGIT6);
        fixture.picture("large-runs");
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        fixture.await(
                "the race is open",
                () -> fixture.screen(RaceScreen.class).model().openProperty().get());
        fixture.picture("large-race");
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        fixture.picture("large-valley");
        openFile("sweep.json", SweepScreenTest.SWEEP);
        fixture.await(
                "the sweep is open",
                () -> fixture.bench.shell().frontProperty().get().equals(SweepScreen.ID));
        fixture.settle();
        fixture.picture("large-sweep");
        robot.push(KeyCode.F1);
        fixture.picture("large-keys");
        assertThat(clipped()).as("buttons and titles that are cut off").isEmpty();
    }

    /** Buttons whose words do not fit. */
    private String clipped() {
        StringBuilder names = new StringBuilder();
        BenchFixture.doOnWindow(() -> robot.lookup((Node node) -> node instanceof Labeled l && !(l instanceof Label))
                .queryAllAs(Labeled.class)
                .forEach(l -> {
                    boolean seen = l.isVisible()
                            && l.getWidth() > 0
                            && l.getText() != null
                            && !l.getText().isEmpty();
                    if (seen && l.getWidth() < l.minWidth(-1) - 1) {
                        names.append(l.getText()).append(' ');
                    }
                }));
        return names.toString();
    }
}
