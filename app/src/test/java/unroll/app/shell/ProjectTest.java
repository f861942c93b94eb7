package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Dock;
import unroll.engine.record.Remarks;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/** Takes a run with all that belongs to it from one place to another. */
class ProjectTest extends BenchTest {
    private Path project() {
        return folder.resolve("two balls.unroll");
    }

    private String said() {
        return robot
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null && text.startsWith("Saved as "))
                .findFirst()
                .orElse("");
    }

    private void save() {
        fixture.picked.add(project());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        fixture.await("it is saved", () -> said().contains(project().toString()));
    }

    /** Another person's workbench. */
    private void goElsewhere() {
        fixture.close();
        fixture = BenchFixture.onWindow(() -> {
            Path home = Files.createDirectories(folder.resolve("elsewhere"));
            return new BenchFixture(fixture.stage, home.resolve("runs"), false);
        });
        training = fixture.train().news();
    }

    private void openProject() {
        BenchFixture.doOnWindow(() -> fixture.bench.open(project()));
    }

    private static final String GREENHOUSE = """
        {"name": "Greenhouse", "task": {"kind": "own-series", "folder": "greenhouse", "window": 8},
         "model": {"kind": "rnn", "hidden": 4}, "optimiser": {"kind": "nesterov", "learningRate": 0.01},
         "training": {"batch": 4, "updates": 2000000, "testSequences": 4, "testEvery": 50}, "backend": {"threads": 1}}
        """;

    /** Trains a little on data of one's own, and edits. */
    private void trainOnTheGreenhouse(String rows) throws IOException {
        Path data = Files.createDirectories(folder.resolve("greenhouse"));
        Files.writeString(data.resolve("monday.csv"), rows);
        openFile("greenhouse.json", GREENHOUSE);
        fixture.await("it is open", () -> training.nameProperty().get().equals("Greenhouse"));
        trainFor(20);
        pause();
        BenchFixture.doOnWindow(() -> fixture.train()
                .history()
                .apply(
                        "Units 4 to 5",
                        SettingsJson.with(
                                fixture.train().history().valueProperty().get(), "model.hidden", "5")));
    }

    private Path place() {
        return BenchFixture.onWindow(() -> SettingsList.files(
                        fixture.train().history().valueProperty().get())
                .firstEntry()
                .getValue()
                .path());
    }

    @Test
    void aProjectBringsTheDataThatItsRunReadsAndTheEditsMeanThose() throws IOException {
        trainOnTheGreenhouse("0.1,0.4\n0.3,0.2\n".repeat(40));
        save();
        assertThat(BenchFixture.onWindow(this::said)).contains("1 files of yours");
        goElsewhere();
        Files.move(folder.resolve("greenhouse"), folder.resolve("attic"));
        openProject();
        fixture.await("it is open", () -> training.nameProperty().get().equals("Greenhouse"));
        fixture.settle();
        assertThat(place())
                .exists()
                .startsWith(Path.of(training.folderProperty().get()));
        assertThat(fixture.train().history().edits()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await(
                "nothing waits for a reset",
                () -> training.pendingProperty().get().isEmpty());
        long update = training.updateProperty().get();
        trainFor(5);
        pause();
        assertThat(training.updateProperty().get()).isGreaterThan(update);
    }

    @Test
    void aProjectWhoseDataAreNowhereAsksWhereTheyAreAndLeavesNothingUntilThen() throws IOException {
        trainOnTheGreenhouse("0.1,0.4\n0.3,0.2\n".repeat(40));
        Files.move(folder.resolve("greenhouse"), folder.resolve("attic"));
        save();
        goElsewhere();
        Path runs = folder.resolve("elsewhere").resolve("runs");
        openProject();
        fixture.await("it asks", () -> asks().contains("Where is greenhouse?"));
        fixture.picture("project-asks-for-data");
        try (Stream<Path> all = Files.list(runs)) {
            assertThat(all).isEmpty();
        }
        robot.interact(() -> button("Not now").fire());
        assertThat(BenchFixture.onWindow(this::asks)).isEmpty();
        openProject();
        fixture.await("it asks again", () -> asks().contains("Where is greenhouse?"));
        fixture.picked.add(folder.resolve("attic"));
        robot.interact(() -> button("Choose the folder\u2026").fire());
        fixture.await("it is open", () -> training.nameProperty().get().equals("Greenhouse"));
        fixture.settle();
        assertThat(RunFolder.open(Path.of(training.folderProperty().get()))
                        .experiment()
                        .task()
                        .files())
                .containsExactly(folder.resolve("attic").resolve("monday.csv"));
        assertThat(BenchFixture.onWindow(this::asks)).isEmpty();
    }

    private Button button(String text) {
        return robot.lookup((Node node) -> node instanceof Button button && text.equals(button.getText()))
                .queryButton();
    }

    private String asks() {
        return robot
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null && text.startsWith("Where is "))
                .findFirst()
                .orElse("");
    }

    @Test
    void aProjectBringsTheRunItsViewsItsEditsAndItsNotes() throws IOException {
        openSmallExperiment();
        trainFor(40);
        pause();
        long update = training.updateProperty().get();
        RunFolder.open(Path.of(training.folderProperty().get())).remark(Remarks.NONE.withNotes("They bounce."));
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        BenchFixture.doOnWindow(() -> {
            var now = fixture.train().history().valueProperty().get();
            fixture.train().history().apply("Units 10 to 12", SettingsJson.with(now, "model.hidden", "12"));
            fixture.train().history().apply("Name", SettingsJson.with(now, "name", "Renamed"));
        });
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Arrangement views = BenchFixture.onWindow(
                () -> fixture.train().arrangement().valueProperty().get());
        assertThat(views).isNotEqualTo(fixture.train().views().arrangement());
        save();
        fixture.picture("project-saved");
        robot.push(KeyCode.ESCAPE);
        assertThat(BenchFixture.onWindow(this::said)).isEmpty();
        goElsewhere();
        openProject();
        fixture.await("the run is open", () -> training.updateProperty().get() == update);
        Path run = Path.of(training.folderProperty().get());
        assertThat(run).hasParent(folder.resolve("elsewhere").resolve("runs"));
        assertThat(RunFolder.open(run).remarks().notes()).isEqualTo("They bounce.");
        BenchFixture.doOnWindow(() -> {
            assertThat(fixture.train().dock().map(Dock::arrangement)).contains(views);
            assertThat(fixture.train().history().edits())
                    .extracting(edit -> edit.name())
                    .containsExactly("Units 10 to 12", "Name");
            assertThat(fixture.train().history().doneProperty().get()).isEqualTo(1);
            assertThat(training.pendingProperty().get()).contains("take effect after a reset");
        });
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(BenchFixture.onWindow(() -> training.pendingProperty().get()))
                .isEmpty();
        trainFor(5);
        pause();
    }

    @Test
    void savedAgainItAsksNoMoreAndThePreviewIsAPicture() throws IOException {
        openSmallExperiment();
        save();
        byte[] first = Files.readAllBytes(project());
        trainFor(20);
        pause();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        fixture.await("it is written anew", () -> !Arrays.equals(first, Files.readAllBytes(project())));
        try (ZipFile zip = new ZipFile(project().toFile())) {
            assertThat(ImageIO.read(zip.getInputStream(zip.getEntry("preview.png")))
                            .getWidth())
                    .isEqualTo(720);
            assertThat(zip.getEntry("run/metrics.csv")).isNotNull();
        }
    }

    @Test
    void aDamagedProjectIsRefusedWithASentenceAndHarmsNothing() throws IOException {
        openSmallExperiment();
        trainFor(20);
        pause();
        save();
        byte[] whole = Files.readAllBytes(project());
        Files.write(project(), Arrays.copyOf(whole, whole.length / 2));
        List<Path> before = runs();
        openProject();
        fixture.await(
                "it is refused",
                () -> fixture.bench.shell().noticeProperty().get().contains("two balls.unroll: is no whole project"));
        assertThat(runs()).isEqualTo(before);
        trainFor(5);
        pause();
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("runs"))) {
            return all.sorted().toList();
        }
    }
}
