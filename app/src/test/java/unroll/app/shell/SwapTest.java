package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import unroll.engine.setting.SettingsJson;

/** Edits outlive a crash, and nothing outlives a normal end. */
class SwapTest extends BenchTest {
    private boolean offered() {
        return fixture.can("file.restore");
    }

    private String kept() throws IOException {
        return EditUntilKilled.kept(folder.resolve("swap"));
    }

    private void edit(String rate) {
        BenchFixture.doOnWindow(() -> {
            var now = fixture.train().history().valueProperty().get();
            fixture.train().history().apply("Rate to " + rate, SettingsJson.with(now, "optimiser.learningRate", rate));
        });
    }

    private String rate() {
        return fixture.train().history().valueProperty().get().optimiser().toString();
    }

    /** Has another program edit, and kills it as a power cut would. */
    private void crash() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true"));
        command.addAll(List.of(
                "-Dunroll.home=" + System.getProperty("unroll.home"),
                "-cp",
                System.getProperty("java.class.path"),
                EditUntilKilled.class.getName(),
                folder.resolve("runs").toString()));
        Process other = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = other.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(EditUntilKilled.READY)) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo(EditUntilKilled.READY);
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }

    @Test
    void editsThatAPowerCutTookAreOfferedAndRestoredStepByStep() throws IOException {
        crash(); // with this window beside it, which has another slot
        startAgain();
        fixture.await("it is offered", this::offered);
        fixture.settle();
        assertThat(robot.lookup((Node node) -> node instanceof Labeled l
                                && l.getText() != null
                                && l.getText().contains("2 changes of \u201cTwo small balls\u201d")
                                && l.getText().contains("Learning rate to 0.003"))
                        .queryAll())
                .hasSize(1);
        fixture.picture("swap");
        assertThat(training.openProperty().get())
                .as("nobody is asked to answer")
                .isFalse();
        robot.clickOn("Restore");
        fixture.await("the run is open", () -> training.nameProperty().get().equals("Two small balls"));
        fixture.await("the edits are there", () -> rate().contains("0.003"));
        assertThat(BenchFixture.onWindow(this::offered)).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(rate()).as("what was undone can be done again").contains("0.004");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(rate()).contains("0.002");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(rate()).contains("0.001");
        fixture.await("every step is kept", () -> kept().contains("\"done\": 0"));
        fixture.close();
        assertThat(kept()).as("a normal end leaves nothing").isEmpty();
        startUp();
        assertThat(BenchFixture.onWindow(this::offered)).isFalse();
    }

    /** What lies on the disk while the program runs is what a crash would leave there. */
    private void crashHere() throws IOException {
        Path left = folder.resolve("left.json");
        Files.writeString(left, kept());
        fixture.close();
        Files.createDirectories(folder.resolve("swap").resolve("1"));
        Files.copy(left, folder.resolve("swap").resolve("1").resolve("changes.json"));
        startUp();
    }

    @Test
    void whatIsForgottenIsNotOfferedAgainAndWhatIsUndecidedIs() throws IOException {
        openSmallExperiment();
        edit("0.007");
        fixture.await("it is kept", () -> kept().contains("0.007"));
        crashHere();
        fixture.await("it is offered", this::offered);
        startAgain();
        fixture.await("it is offered still", this::offered);
        robot.clickOn("Forget");
        startAgain();
        assertThat(BenchFixture.onWindow(this::offered)).isFalse();
    }

    @Test
    void whatTheRunItselfHasSavedIsNotOffered() throws IOException {
        openSmallExperiment();
        trainFor(10);
        pause();
        edit("0.008");
        fixture.await("it is kept", () -> kept().contains("0.008"));
        Path run = Path.of(training.folderProperty().get());
        fixture.await(
                "the run has it",
                () -> Files.readString(run.resolve("experiment.json")).contains("0.008"));
        crashHere();
        fixture.settle();
        assertThat(BenchFixture.onWindow(this::offered)).isFalse();
    }

    @Test
    void anotherWindowDoesNotOfferWhatThisOneIsEditing() throws IOException {
        openSmallExperiment();
        edit("0.007");
        fixture.await("it is kept", () -> kept().contains("0.007"));
        try (BenchFixture second =
                BenchFixture.onWindow(() -> new BenchFixture(new Stage(), folder.resolve("runs"), true))) {
            second.settle();
            assertThat(BenchFixture.onWindow(() -> second.can("file.restore"))).isFalse();
        }
        assertThat(kept()).contains("0.007");
    }

    @Test
    void aDamagedSwapFileIsSaidAndNothingElseHappens() throws IOException {
        fixture.close();
        Path file = Files.createDirectories(folder.resolve("swap").resolve("1")).resolve("changes.json");
        Files.writeString(file, "{\"run\": 3");
        startUp();
        fixture.await(
                "it is said", () -> fixture.bench.shell().noticeProperty().get().contains("changes.json"));
        assertThat(BenchFixture.onWindow(this::offered)).isFalse();
    }
}
