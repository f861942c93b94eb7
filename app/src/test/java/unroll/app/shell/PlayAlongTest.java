package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Excerpt;
import unroll.app.sequence.ExcerptView;
import unroll.app.sound.RecordedSound;
import unroll.app.sound.Sound;
import unroll.app.view.along.LiveAlong;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.music.PianoRoll;

/** Somebody listens to a run of music, plays, and lets the network go on, with a real run in the background. */
class PlayAlongTest extends BenchTest {
    private final RecordedSound devices = new RecordedSound(System::nanoTime);
    private final List<String> heard = new ArrayList<>();

    @Override
    @BeforeEach
    void openWindow() throws Exception {
        super.openWindow();
        Stage stage = fixture.stage;
        fixture.close();
        fixture = BenchFixture.onWindow(() -> new BenchFixture(stage, folder.resolve("runs"), true, devices));
        training = fixture.train().news();
        String chorales =
                Path.of("..", "sample-data", "music", "chorales").toRealPath().toString();
        openExperiment("""
            {"name": "Music", "task": {"kind": "piano-rolls", "source": "%s", "window": 24},
             "model": {"kind": "lstm", "hidden": 8}, "optimiser": {"kind": "adam", "learningRate": 0.01},
             "training": {"batch": 5, "updates": 1000000, "testSequences": 5, "testEvery": 50},
             "backend": {"threads": 1}}
            """.formatted(chorales.replace("\\", "/")), "Music");
    }

    /** What was struck so far, without the time. */
    private List<String> struck() {
        devices.events().forEach(event -> heard.add(event.replaceAll(" at .*", "")));
        return heard;
    }

    private void show() {
        if (!seen(LiveAlong.NAME)) {
            robot.push(KeyCode.ALT, KeyCode.K);
        }
        fixture.await("it is seen", () -> seen(LiveAlong.NAME));
        fixture.settle();
    }

    private Excerpt excerpt() {
        return BenchFixture.onWindow(this::shown);
    }

    /** What is shown now; on the window's thread. */
    private Excerpt shown() {
        return card("Play along").lookupAll(".excerpt-view").stream()
                .map(ExcerptView.class::cast)
                .findFirst()
                .orElseThrow()
                .excerptProperty()
                .get();
    }

    private boolean can(String label) {
        return !robot.lookup((Node node) ->
                        node instanceof Button button && button.getText().equals(label))
                .query()
                .isDisabled();
    }

    /** So fast that nobody waits long, and so slowly that a busy machine keeps up: four beats take 1.6 s, 16 steps 3.2 s. */
    private void record() {
        BenchFixture.doOnWindow(() -> cues().beatsProperty().set(150));
        robot.clickOn("Record");
        fixture.await("the first step", () -> cues().countInProperty().get() == 0);
        robot.press(KeyCode.Z, KeyCode.B).sleep(300).release(KeyCode.Z, KeyCode.B);
        fixture.await("it is recorded", () -> can("Let it go on"));
    }

    @Test
    void theTestSequenceIsHeardWhileTheTimeStepRunsAndOnlyWhileItIsSeen() {
        BenchFixture.doOnWindow(
                () -> fixture.train().music().sound().partProperty().set(Sound.Part.TRUTH));
        if (seen(LiveAlong.NAME)) {
            robot.push(KeyCode.ALT, KeyCode.K);
        }
        assertThat(struck()).isEmpty();
        robot.push(KeyCode.F);
        fixture.await("it is heard", () -> struck().stream().anyMatch(event -> event.startsWith("on ")));
        robot.push(KeyCode.Q);
        fixture.await("mute", () -> struck().contains("closed"));
        robot.push(KeyCode.Q);
        fixture.await(
                "heard again", () -> struck().stream().filter("opened"::equals).count() == 2);
        assertThat(seen(LiveSequence.NAME)).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        fixture.await(
                "nobody sees it",
                () -> struck().stream().filter("closed"::equals).count() == 2);
    }

    @Test
    void whatIsPlayedGoesOnWhileTheRunTrainsAndAsItWasEarlier() throws IOException {
        makeTen();
        show();
        fixture.picture("along-nothing");
        record();
        assertThat(struck()).contains("on C3", "on G3", "off C3", "off G3");
        assertThat(training.runningProperty().get())
                .as("letters are keys of the piano")
                .isFalse();
        PianoRoll played = excerpt().truthRoll();
        assertThat(played.frames()).isEqualTo(16);
        assertThat(played.notes()).extracting(note -> note.key()).containsExactlyInAnyOrder(48, 55);
        robot.clickOn("Let it go on");
        fixture.await("it goes on", () -> shown().freeRun().length > 0);
        PianoRoll ten = excerpt().freeRunRoll();
        assertThat(ten.frames()).isEqualTo(24);
        assertThat(ten.part(0, 16)).isEqualTo(played);
        fixture.await(
                "it is heard",
                () -> struck().stream()
                        .skip(6)
                        .anyMatch(
                                event -> event.startsWith("on ") && !event.equals("on C3") && !event.equals("on G3")));
        fixture.picture("along-goes-on");
        trainFor(60);
        fixture.await(
                "the network that learns goes on in another way",
                () -> !shown().freeRunRoll().equals(ten));
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        BenchFixture.doOnWindow(() -> cues().lookedBackProperty().set(10));
        fixture.await("as it was at update 10", () -> shown().freeRunRoll().equals(ten));
    }
}
