package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.control.Numbers;
import unroll.app.sequence.Film;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.sequence.LiveSequence;
import unroll.engine.experiment.Examples;
import unroll.engine.record.RunFolder;

/** The workbench used as a person uses it: with a real run in the background. */
class WorkbenchTest extends BenchTest {
    private TextField field(String name) {
        return robot.lookup((Node node) -> node instanceof TextField && name.equals(node.getAccessibleText()))
                .query();
    }

    private void type(String name, String text) {
        TextField field = field(name);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(text);
        });
        robot.push(KeyCode.ENTER);
    }

    private ButtonBase button(String text) {
        return robot.lookup((Node node) -> node instanceof ButtonBase b && text.equals(b.getText()))
                .query();
    }

    /** A task of which the settings are easy enough to be solved within moments. */
    private void openEasyAddition() throws IOException {
        String easy = """
            {"name": "Easy", "task": {"kind": "addition", "length": 10},
             "model": {"kind": "rnn", "hidden": 20}, "optimiser": {"kind": "nesterov", "learningRate": 0.01},
             "training": {"batch": 50, "updates": 1000000, "testSequences": 100, "testEvery": 100},
             "backend": {"threads": 1}}
            """;
        openExperiment(easy, "Easy");
    }

    @Test
    void theGalleryOpensWithACardForEveryExample() {
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() >= 2);
        assertThat(robot.lookup(".gallery-card-title").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Bouncing balls", "Addition");
    }

    @Test
    void aRunThatIsBeingOpenedWhenTheWindowIsClosedIsClosedToo() {
        BenchFixture.doOnWindow(() -> {
            fixture.train().controller().open(Examples.first());
            fixture.train().controller().close();
        });
        fixture.await("it was made", () -> !training.openingProperty().get());
        assertThat(training.openProperty().get()).isFalse();
    }

    @Test
    void aCardOpensItsExperimentReadyToRun() {
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() >= 2);
        robot.clickOn("Bouncing balls");
        fixture.await("the run is open", () -> training.openProperty().get());
        fixture.await(
                "the views are filled",
                () -> view(LiveSequence.class).depictionProperty().get() instanceof Film film && film.steps() == 59);
        assertThat(view(LiveHidden.class).statesProperty().get().rows()).isEqualTo(100);
        assertThat(training.updateProperty().get()).isZero();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void whatCannotBeOpenedLeavesTheGalleryWhereItWas() throws IOException {
        Path words = Files.writeString(folder.resolve("words.csv"), "a,b\n" + "1,2\n".repeat(20) + "three,4\n5,6\n");
        BenchFixture.doOnWindow(() -> fixture.bench.open(words));
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("three"));
        fixture.settle();
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(GalleryScreen.ID);
        assertThat(training.openProperty().get()).isFalse();
    }

    @Test
    void spaceTrainsAndPausesAndTheViewsFollow() throws IOException {
        openSmallExperiment();
        trainFor(60);
        fixture.await(
                "the curve grows",
                () -> training.progressProperty().get().loss().train().size() > 50);
        fixture.await(
                "the views show a later network",
                () -> training.seenUpdateProperty().get() > 0);
        pause();
        long update = training.updateProperty().get();
        fixture.settle();
        assertThat(training.updateProperty().get()).isEqualTo(update);
        fixture.await("the chart is of the last update", () -> {
            var train = training.progressProperty().get().loss().train();
            return train.x()[train.size() - 1] == update;
        });
        awaitBaselines();
    }

    @Test
    void everyMetricOfTheNewestTestIsShownBesideTheBaselinesAndNothingIsSolvedThatIsNot() throws IOException {
        openSmallExperiment();
        assertThat(robot.lookup(".score-value").queryAll()).isEmpty();
        trainFor(60);
        pause();
        fixture.await(
                "both metrics are shown",
                () -> robot.lookup(".score-name").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList()
                        .equals(List.of("test", "squared error per frame")));
        awaitBaselines();
        assertThat(training.scoresProperty().get().scores())
                .allSatisfy(score -> assertThat(score.baselines()).isNotEmpty());
        assertThat(robot.lookup(".solved-mark").tryQuery()).isEmpty();
    }

    @Test
    void aTaskIsMarkedAsSolvedWhenItsRuleIsMetAndOnlyThen() throws IOException {
        openEasyAddition();
        trainFor(1);
        fixture.await(
                "it was tested", () -> !training.scoresProperty().get().scores().isEmpty());
        assertThat(robot.lookup(".solved-mark").tryQuery()).isEmpty();
        fixture.await( // together, for the next test may be a worse one
                "it is solved with less than 1 % wrong",
                () -> robot.lookup(".solved-mark").tryQuery().isPresent()
                        && training.scoresProperty().get().scores().get(1).value() < 1);
        fixture.picture("solved");
        assertThat(training.scoresProperty().get().rule()).contains("wrong");
    }

    @Test
    void enterMakesOneUpdateAndShiftEnterAsManyAsChosen() throws IOException {
        openSmallExperiment();
        robot.push(KeyCode.ENTER);
        fixture.await("one update is made", () -> training.updateProperty().get() == 1);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        fixture.await("ten more are made", () -> training.updateProperty().get() == 11);
        fixture.settle();
        assertThat(training.updateProperty().get()).isEqualTo(11);
    }

    @Test
    void aRunIsSavedClosedReopenedAndGoesOn() throws IOException {
        openSmallExperiment();
        trainFor(30);
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        long update = training.updateProperty().get();
        Path run = Path.of(training.folderProperty().get());
        fixture.close();
        openAgain();
        fixture.await(
                "the run is in the list",
                () -> robot.lookup(".run-detail").tryQuery().isPresent());
        Labeled detail = robot.lookup(".run-detail").query();
        assertThat(detail.getText()).startsWith("at " + Numbers.whole(update) + " \u00b7 ");
        Labeled score = robot.lookup(".run-score").query();
        assertThat(score.getText())
                .isEqualTo(
                        Numbers.measured(RunFolder.open(run).standing().test().orElseThrow()));
        BenchFixture.doOnWindow(() -> fixture.bench.open(run));
        fixture.await(
                "it stands where it stood", () -> training.updateProperty().get() == update);
        fixture.await(
                "with its curve",
                () -> training.progressProperty().get().loss().train().size() == update);
        trainFor(10);
        pause();
        assertThat(RunFolder.open(run).checkpoint().orElseThrow().update()).isGreaterThan(update);
    }

    private void openAgain() {
        try {
            openWindow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reseedTakesOtherSeedsAndResetKeepsThem() throws IOException {
        openSmallExperiment();
        trainFor(5);
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        fixture.await("it began anew", () -> training.updateProperty().get() == 0);
        assertThat(fixture.train().history().valueProperty().get().seeds().data())
                .isEqualTo(101);
        trainFor(5);
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await("it began anew again", () -> training.updateProperty().get() == 0);
        assertThat(fixture.train().history().valueProperty().get().seeds().data())
                .isEqualTo(101);
    }

    @Test
    void aClosedViewAsksNothingAnyMore() throws IOException {
        openSmallExperiment();
        trainFor(20);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        fixture.settle();
        long seen = training.seenUpdateProperty().get();
        long update = training.updateProperty().get();
        fixture.await("it trains on", () -> training.updateProperty().get() > update + 20);
        assertThat(training.seenUpdateProperty().get()).isEqualTo(seen);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        fixture.await(
                "the open view asks again", () -> training.seenUpdateProperty().get() > seen);
    }

    @Test
    void thePaletteFindsAndRunsACommand() {
        boolean dark = fixture.theme.darkProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("lightor");
        robot.push(KeyCode.ENTER);
        assertThat(fixture.theme.darkProperty().get()).isNotEqualTo(dark);
        assertThat(robot.lookup(".command-palette").tryQuery()).isEmpty();
    }

    @Test
    void thePaletteOpensACardOfTheGallery() {
        fixture.await(
                "the cards are there",
                () -> !robot.lookup(".gallery-card-title").queryAll().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("temporal order");
        robot.push(KeyCode.ENTER);
        fixture.await("it is open", () -> training.nameProperty().get().equals("Temporal order"));
    }

    @Test
    void aDivergedRunNamesWhereAndKeepsTheWindowUsable() throws IOException {
        openSmallExperiment();
        type("Learning rate", "1000");
        robot.push(KeyCode.SPACE);
        fixture.await("it stops", () -> !training.troubleProperty().get().isEmpty());
        assertThat(training.troubleProperty().get()).contains("not finite");
        fixture.await(
                "the chart marks it",
                () -> training.progressProperty().get().loss().brokenAt().isPresent());
        assertThat(fixture.bench.shell().messages()).isNotEmpty();
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(TrainingScreen.ID);
    }

    @Test
    void transportButtonsDoWhatTheySay() throws IOException {
        openSmallExperiment();
        robot.clickOn(button("Step"));
        fixture.await("ten updates are made", () -> training.updateProperty().get() == 10);
        robot.clickOn(button("Play"));
        fixture.await("it trains", () -> training.runningProperty().get());
        fixture.await(
                "how fast is said",
                () -> training.status().speedProperty().get().endsWith(" seq/s"));
        Node chip = robot.lookup(".chip").query();
        assertThat(BenchFixture.onWindow(chip::getOpacity))
                .as("in the room that there is")
                .isEqualTo(1);
        robot.clickOn(button("Pause"));
        fixture.await("it rests", () -> !training.runningProperty().get());
    }
}
