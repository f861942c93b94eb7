package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.view.hidden.LiveHidden;
import unroll.engine.record.Origin;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** Back in training time, and a second run from there. */
class TimeMachineTest extends BenchTest {
    private static final String ADDITION = """
        {"name": "Back and forth", "task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": 12},
         "optimiser": {"kind": "nesterov", "learningRate": 0.003, "momentum": 0.9},
         "training": {"batch": 20, "updates": 4000, "testSequences": 20, "testEvery": 5},
         "backend": {"threads": 1}}
        """;

    @BeforeEach
    void openAnAddition() throws IOException {
        openExperiment(ADDITION, "Back and forth");
    }

    @Override
    void makeTen() {
        super.makeTen();
        seen(training.updateProperty().get());
    }

    private void seen(long update) {
        fixture.await(
                "the views show update " + update,
                () -> training.seenUpdateProperty().get() == update);
    }

    private float[] hidden() {
        return BenchFixture.onWindow(
                () -> view(LiveHidden.class).statesProperty().get().values());
    }

    @Test
    void theViewsGoBackToWhatTheNetworkWasAndReturn() {
        makeTen();
        float[] then = hidden();
        makeTen();
        makeTen();
        float[] now = hidden();
        assertThat(now).isNotEqualTo(then);
        robot.write("<");
        seen(20);
        robot.write("<");
        seen(10);
        assertThat(hidden()).as("the same states as then").isEqualTo(then);
        fixture.picture("time-machine");
        robot.write(">");
        seen(20);
        robot.push(KeyCode.N);
        seen(30);
        assertThat(hidden()).isEqualTo(now);
    }

    @Test
    void theSliderHasANotchForEachStateAndTheLastIsNow() {
        makeTen();
        makeTen();
        Slider slider = robot.lookup(".history-strip .slider").queryAs(Slider.class);
        assertThat(training.historyProperty().get()).isEqualTo(List.of(0L, 10L, 20L));
        assertThat(slider.getMax()).isEqualTo(3);
        assertThat(slider.getValue()).isEqualTo(3);
        robot.interact(() -> slider.setValue(0.2));
        seen(0);
        assertThat(slider.getValue()).as("it snaps").isZero();
        robot.interact(() -> slider.setValue(3));
        seen(20);
        assertThat(cues().lookedBackProperty().get()).isNegative();
    }

    @Test
    void whileItTrainsTheViewsStayWhereTheyAreSet() {
        makeTen();
        robot.write("<");
        seen(0);
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.updateProperty().get() > 60);
        assertThat(training.seenUpdateProperty().get()).isZero();
        robot.push(KeyCode.N);
        fixture.await(
                "the views follow again", () -> training.seenUpdateProperty().get() > 60);
        pause();
    }

    @Test
    void aStateThatCannotBeReadIsSaidAndTheViewsReturnToNow() throws IOException {
        makeTen();
        makeTen();
        float[] now = hidden();
        Path state = Path.of(training.folderProperty().get(), "history", "0000000010.safetensors");
        Files.write(state, new byte[] {1, 2, 3});
        robot.write("<");
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("0000000010"));
        fixture.await("the strip is at now", () -> cues().lookedBackProperty().get() < 0);
        seen(20);
        assertThat(hidden()).isEqualTo(now);
        robot.write("<");
        fixture.await("it returns again", () -> cues().lookedBackProperty().get() < 0);
    }

    @Test
    void aBranchLeavesTheRunWhereOneLooksAndBothAreSeen() {
        makeTen();
        makeTen();
        makeTen();
        Path first = Path.of(training.folderProperty().get());
        robot.write("<");
        seen(20);
        robot.interact(() -> fixture.train()
                .history()
                .apply(
                        "Clip",
                        SettingsJson.with(
                                fixture.train().history().valueProperty().get(), "optimiser.clip", "0.01")));
        robot.push(KeyCode.B);
        fixture.await(
                "the branch is open",
                () -> !training.folderProperty().get().equals(first.toString())
                        && training.updateProperty().get() == 20);
        Path second = Path.of(training.folderProperty().get());
        assertThat(RunFolder.open(second).origin())
                .contains(new Origin(first.getFileName().toString(), 20));
        assertThat(RunFolder.open(first).checkpoint().orElseThrow().update()).isEqualTo(30);
        fixture.await(
                "the run that was left is drawn beside it",
                () -> training.progressProperty().get().loss().left().isPresent());
        assertThat(training.progressProperty()
                        .get()
                        .loss()
                        .left()
                        .orElseThrow()
                        .test()
                        .x())
                .containsExactly(20, 25, 30);
        makeTen();
        makeTen();
        fixture.await(
                "its own tests are drawn",
                () -> Arrays.stream(
                                training.progressProperty().get().loss().test().x())
                        .boxed()
                        .toList()
                        .containsAll(List.of(20.0, 25.0, 30.0, 35.0, 40.0)));
        fixture.await(
                "the list tells the branch from the run",
                () -> robot.lookup(".run-row").queryAll().stream()
                        .anyMatch(row -> String.valueOf(row.getAccessibleText())
                                .endsWith("paused at 40 \u00b7 branched at 20")));
        fixture.picture("branch");
        assertThat(robot.lookup(".axis-label").queryAllAs(Labeled.class))
                .filteredOn(Labeled::isVisible)
                .extracting(Labeled::getText)
                .contains("test of the first run");
    }

    @Test
    void aBranchWithAnotherKindOfOptimiserSaysThatItBeginsAnew() {
        makeTen();
        robot.interact(() -> fixture.train()
                .history()
                .apply(
                        "Optimiser",
                        SettingsJson.with(
                                fixture.train().history().valueProperty().get(), "optimiser", "adam")));
        fixture.await("settings wait", () -> !training.pendingProperty().get().isEmpty());
        fixture.picture("branch-pending");
        robot.push(KeyCode.B);
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("begins anew"));
        assertThat(training.updateProperty().get()).isEqualTo(10);
        assertThat(training.pendingProperty().get()).as("they are in effect").isEmpty();
    }

    @Test
    void aBranchWithAnotherNetworkIsRefusedAndTheRunStaysOpen() {
        makeTen();
        String first = training.folderProperty().get();
        robot.interact(() -> fixture.train()
                .history()
                .apply(
                        "Hidden units",
                        SettingsJson.with(
                                fixture.train().history().valueProperty().get(), "model.hidden", "13")));
        fixture.await("settings wait", () -> training.pendingProperty().get().contains("another shape"));
        assertThat(robot.lookup("Branch here").queryAllAs(Node.class))
                .as("what cannot be is not offered")
                .noneMatch(node -> node instanceof Button && node.isVisible() && !node.isDisabled());
        robot.push(KeyCode.B);
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("another shape"));
        assertThat(fixture.bench.shell().noticeProperty().get())
                .as("in plain words")
                .doesNotContain("W_");
        assertThat(training.folderProperty().get()).isEqualTo(first);
        makeTen();
    }
}
