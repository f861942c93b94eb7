package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What is done to runs on their screen is kept in their files, and can be undone. */
class RunsKeptTest extends RunsBench {
    private void awaitNotes(Path run, String text) {
        fixture.await(
                "the notes are '" + text + "'",
                () -> Files.exists(run.resolve("notes.md"))
                        ? Files.readString(run.resolve("notes.md")).equals(text)
                        : text.isEmpty());
    }

    private List<String> names(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void notesAreKeptWhenTypingPausesAndCanBeUndone() throws IOException {
        writeSix();
        show(6);
        choose(2);
        robot.write("n");
        robot.write("too slow");
        Path run = runs().resolve("Sums c");
        awaitNotes(run, "too slow");
        fixture.await("the table has them", () -> heads().contains("notes"));
        fixture.settle(); // the head is there a frame before its cells
        assertThat(column("notes")).containsExactly("", "", "too slow", "", "", "");
        fixture.picture("runs-notes");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitNotes(run, "");
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        awaitNotes(run, "too slow");
    }

    @Test
    void aRunIsRenamedAndTaggedAndFoundByItsTags() throws IOException {
        writeSix();
        show(6);
        choose(2);
        Path label = runs().resolve("Sums c").resolve("label.txt");
        robot.push(KeyCode.F2);
        robot.write("Low rate");
        robot.push(KeyCode.ENTER);
        fixture.await("it has the name", () -> column("run").get(2).equals("Low rate"));
        robot.write("t");
        robot.write("paper slow");
        fixture.await(
                "it has the tags",
                () -> heads().contains("tags") && column("tags").get(2).equals("paper slow"));
        fixture.await(
                "they are kept",
                () -> Files.exists(label) && Files.readString(label).contains("tags"));
        assertThat(label).hasContent("name: Low rate\ntags: paper slow\n");
        fixture.picture("runs-tagged");
        robot.push(KeyCode.ESCAPE);
        fixture.await(
                "the list at the side has its name",
                () -> fixture.stage.getScene().getRoot().lookupAll(".run-name").stream()
                        .anyMatch(name ->
                                name instanceof Label words && words.getText().equals("Low rate")));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("paper");
        rows(1);
        assertThat(column("run")).containsExactly("Low rate");
        robot.push(KeyCode.ESCAPE);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await("the tags are gone", () -> Files.readString(label).equals("name: Low rate\n"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await("the name is gone, too", () -> !Files.exists(label));
        fixture.await("also in the table", () -> column("run").get(2).equals("Sums"));
    }

    @Test
    void notesThatWereJustTypedSurviveAWindowThatIsClosed() throws IOException {
        writeSix();
        show(6);
        choose(0);
        robot.write("n");
        robot.write("best");
        BenchFixture.doOnWindow(fixture.bench::close);
        assertThat(runs().resolve("Sums a").resolve("notes.md")).hasContent("best");
    }

    @Test
    void deletedRunsLieInTheBinUntilThatIsUndone() throws IOException {
        writeSix();
        List<String> before = names(runs());
        show(6);
        choose(1, 5);
        robot.push(KeyCode.DELETE);
        rows(4);
        fixture.await("they are moved", () -> names(runs()).size() == 4);
        assertThat(names(folder.resolve("bin"))).containsExactly("Broken f", "Sums b");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        rows(6);
        assertThat(names(runs())).isEqualTo(before);
        assertThat(names(folder.resolve("bin"))).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        rows(4);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aRunThatTrainsIsNotDeletedAndOneThatRestsIsLetGoFirst() throws IOException {
        openSmallExperiment();
        trainFor(5);
        fixture.await(
                "it is on the disk",
                () -> Files.isDirectory(runs()) && names(runs()).size() == 1);
        show(1);
        fixture.await("it is seen to train", () -> column("state").getFirst().startsWith("training"));
        choose(0);
        robot.push(KeyCode.DELETE);
        fixture.await("it is refused", () -> !messages().isEmpty());
        assertThat(messages().getFirst()).contains("'Two small balls' is being trained", "pause it");
        fixture.picture("runs-training");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        fixture.settle();
        pause();
        show(1);
        choose(0);
        robot.push(KeyCode.DELETE);
        rows(0);
        fixture.await("it is moved", () -> names(runs()).isEmpty());
        assertThat(training.openProperty().get()).isFalse();
        fixture.picture("runs-none");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        rows(1);
        robot.push(KeyCode.ENTER);
        fixture.await("it is open again", () -> training.openProperty().get());
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(TrainingScreen.ID);
        fixture.await("where it was left", () -> training.updateProperty().get() >= 5);
    }
}
