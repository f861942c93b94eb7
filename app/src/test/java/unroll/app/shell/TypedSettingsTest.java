package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.sheet.SettingEdit;
import unroll.app.view.hidden.LiveHidden;
import unroll.engine.experiment.Examples;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsJson;

/** Settings that are typed while a real run is open. */
class TypedSettingsTest extends BenchTest {
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

    private String learningRate() {
        return fixture.train().history().valueProperty().get().optimiser().toString();
    }

    private String note() {
        return robot.lookup(".section-note").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .reduce("", String::concat);
    }

    @Test
    void theSheetSaysWhatTheInitialisationImplies() throws IOException {
        openSmallExperiment();
        fixture.await("it is said", () -> note().startsWith("W_hh: spectral radius "));
        String before = BenchFixture.onWindow(this::note);
        type("Incoming", "2");
        fixture.await("another draw is told of", () -> !note().isEmpty() && !note().equals(before));
    }

    @Test
    void anExperimentWithAnotherTaskIsCalledAfterThat() {
        BenchFixture.doOnWindow(() -> fixture.train().controller().open(Examples.first()));
        fixture.await("the run is open", () -> training.openProperty().get());
        Experiment other = SettingsJson.with(Examples.first(), "task", "parity");
        BenchFixture.doOnWindow(() -> fixture.train().controller().edit(new SettingEdit<>("Task", other)));
        fixture.await("it has another name", () -> training.nameProperty().get().equals("Parity"));
        assertThat(training.headProperty().get().about()).doesNotContain("ball");
    }

    @Test
    void aLiveSettingChangesTheRunFromNowOnAndIsUndone() throws IOException {
        openSmallExperiment();
        trainFor(20);
        pause();
        long update = training.updateProperty().get();
        String before = learningRate();
        type("Learning rate", "0.002");
        assertThat(learningRate()).contains("0: 0.001, " + update + ": 0.002");
        assertThat(training.pendingProperty().get()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(learningRate()).isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(learningRate()).contains("0.002");
    }

    @Test
    void anotherSettingWaitsQuietlyForAReset() throws IOException {
        openSmallExperiment();
        trainFor(20);
        pause();
        type("Hidden units", "12");
        assertThat(training.pendingProperty().get()).contains("after a reset");
        String first = training.folderProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await(
                "it began anew",
                () -> training.updateProperty().get() == 0
                        && !training.folderProperty().get().equals(first));
        fixture.await(
                "the views show twelve units",
                () -> view(LiveHidden.class).statesProperty().get().rows() == 12);
        assertThat(training.pendingProperty().get()).isEmpty();
        assertThat(Path.of(first)).as("the run before").isDirectory();
    }

    @Test
    void beforeTheFirstUpdateEverySettingTakesEffectAtOnce() throws IOException {
        openSmallExperiment();
        type("Hidden units", "14");
        fixture.await(
                "the views show it",
                () -> view(LiveHidden.class).statesProperty().get().rows() == 14);
        assertThat(training.pendingProperty().get()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await(
                "the undo too",
                () -> view(LiveHidden.class).statesProperty().get().rows() == 10);
    }

    @Test
    void anImpossibleSettingIsToldAndTheOldRunStays() throws IOException {
        openSmallExperiment();
        type("Balls", "8");
        type("Radius", "3");
        fixture.await(
                "it is told",
                () -> !fixture.bench.shell().messages().isEmpty()
                        || robot.lookup(".refusal").queryAll().stream().anyMatch(Node::isVisible));
        assertThat(training.openProperty().get()).isTrue();
    }
}
