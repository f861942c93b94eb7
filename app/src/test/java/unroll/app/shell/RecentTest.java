package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.kept.Recents;
import unroll.engine.file.FolderLock;

/** What was opened last is offered again. */
class RecentTest extends BenchTest {
    private List<String> offered() {
        return robot
                .lookup((Node node) -> node.getStyleClass().contains("gallery-again"))
                .queryAllAs(Button.class)
                .stream()
                .map(Button::getText)
                .toList();
    }

    private void openText(String name) throws IOException {
        openFile(name + ".txt", "the cat sat on the mat and the hat was wet. ".repeat(40));
        fixture.await("it is open", () -> training.nameProperty().get().equals(name));
    }

    @Test
    void whatWasOpenedIsOfferedNewestFirstAlsoAtTheNextStart() throws IOException {
        openText("first");
        openText("second");
        openSmallExperiment();
        openText("first");
        openFile("wrong.json", "{");
        fixture.await("it is refused", () -> !fixture.bench.shell().messages().isEmpty());
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        fixture.await("all are offered", () -> offered().equals(List.of("first.txt", "experiment.json", "second.txt")));
        Files.delete(folder.resolve("second.txt"));
        startAgain();
        fixture.await(
                "what is gone is said to be",
                () -> offered().equals(List.of("first.txt", "experiment.json", "second.txt (missing)")));
        fixture.picture("recent");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("recent missing");
        robot.push(KeyCode.ENTER);
        fixture.await(
                "it is said",
                () -> fixture.bench.shell().noticeProperty().get().contains("second.txt: is not there any more"));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("recent experiment");
        robot.push(KeyCode.ENTER);
        fixture.await("it is open", () -> training.nameProperty().get().equals("Two small balls"));
    }

    @Test
    void runsAreOfferedAgainToo() throws IOException {
        openSmallExperiment();
        trainFor(5);
        pause();
        Path run = Path.of(training.folderProperty().get());
        openText("other");
        BenchFixture.doOnWindow(() -> fixture.bench.open(run));
        fixture.await("it is open", () -> training.folderProperty().get().equals(run.toString()));
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(GalleryScreen.ID));
        fixture.await(
                "it is offered",
                () -> offered().getFirst().equals(run.getFileName().toString()));
    }

    @Test
    void aRunThatIsRefusedIsNotWhatWasOpenLast() throws IOException {
        openSmallExperiment();
        trainFor(5);
        pause();
        Path run = Path.of(training.folderProperty().get());
        openText("other");
        try (FolderLock taken = FolderLock.take(run, "it is taken")) {
            taken.requireInPlace();
            BenchFixture.doOnWindow(() -> fixture.bench.open(run));
            fixture.await(
                    "it is refused",
                    () -> !fixture.bench.shell().messages().isEmpty()
                            && !training.openingProperty().get());
        }
        assertThat(training.nameProperty().get()).isEqualTo("other");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        fixture.settle();
        assertThat(offered()).containsExactly("other.txt", "experiment.json");
    }

    @Test
    void atMostTenAreRememberedEachOnce() {
        Recents recents = IntStream.range(0, 25)
                .mapToObj(i -> Path.of("/", Integer.toString(i % 12)))
                .reduce(Recents.NONE, Recents::opened, (a, b) -> b);
        assertThat(recents.paths())
                .extracting(Path::toString)
                .containsExactly("/0", "/11", "/10", "/9", "/8", "/7", "/6", "/5", "/4", "/3");
    }
}
