package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.chart.OverlayChart;
import unroll.app.chart.OverlayData;
import unroll.engine.record.Cost;

/** Compares runs whose files were written by hand, notes what came of them, and deletes them. */
class RunsScreenTest extends BenchTest {
    private static final String HEAD =
            "update,seconds,train,gradient norm,learning rate,momentum,evaluations,test half squared error,test"
                    + " sequences wrong";

    private int written;

    private Path runs() {
        return folder.resolve("runs");
    }

    /** A run with tests after 0, 100, 200 ... updates; the first that is written is the newest. */
    private Path write(String name, int hidden, String rate, int seed, double... tests) throws IOException {
        Path run = Files.createDirectories(runs().resolve(name + " " + (char) ('a' + written)));
        Files.writeString(run.resolve("experiment.json"), """
            {"name": "%s", "task": {"kind": "addition", "length": 12}, "model": {"kind": "rnn", "hidden": %d},
             "optimiser": {"kind": "nesterov", "learningRate": %s},
             "training": {"batch": 20, "updates": 300, "testSequences": 20, "testEvery": 100},
             "seeds": {"data": %d, "initialisation": %d, "sampling": %d}}
            """.formatted(name, hidden, rate, seed, seed, seed));
        StringBuilder metrics = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i < tests.length; i++) {
            if (i > 0) {
                metrics.append(String.format(Locale.ROOT, "%d,%d,0.1,1,0.01,0.9,1,,%n", 100 * i, 30 * i));
            }
            metrics.append(String.format(Locale.ROOT, "%d,%d,,,,,,%s,50%n", 100 * i, 30 * i, tests[i]));
        }
        Path file = Files.writeString(run.resolve("metrics.csv"), metrics);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600L * (1 + written++))));
        return run;
    }

    private void writeSix() throws IOException {
        write("Sums", 16, "0.01", 1, 0.5, 0.25, 0.125, 0.0625);
        write("Sums", 16, "0.01", 2, 0.5, 0.35, 0.225, 0.1025);
        write("Sums", 16, "0.001", 1, 0.5, 0.45, 0.1, 0.2);
        write("Sums", 32, "0.01", 1, 0.5, 0.2);
        Path stopped = write("Sums, too fast", 16, "0.5", 1, 0.5, 0.9);
        Files.writeString(stopped.resolve("stopped.txt"), "Update 101 was not made: the loss is not finite.");
        Path damaged = write("Broken", 16, "0.01", 1, 0.5);
        Files.writeString(damaged.resolve("experiment.json"), "{\"task\": {\"kind\": \"adition\"}}");
    }

    private void show(int rows) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        rows(rows);
    }

    private void rows(int count) {
        fixture.await("there are " + count + " rows", () -> table().getItems().size() == count);
        fixture.settle();
    }

    private TableView<?> table() {
        return (TableView<?>) fixture.stage.getScene().getRoot().lookup(".table-view");
    }

    /** What the window shows, asked on its thread or another. */
    private static <T> T seen(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return BenchFixture.onWindow(question);
        }
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The words of a column's cells, top to bottom. */
    private List<String> column(String head) {
        return seen(() -> {
            TableView<?> table = table();
            var column = table.getColumns().stream()
                    .filter(c -> ((Label) c.getGraphic()).getText().equals(head))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(head + " is none of " + heads()));
            return table.lookupAll(".table-row-cell").stream()
                    .map(row -> (TableRow<?>) row)
                    .filter(row -> !row.isEmpty())
                    .sorted(Comparator.comparingInt(TableRow::getIndex))
                    .map(row -> row.getChildrenUnmodifiable().stream()
                            .filter(cell -> cell instanceof TableCell<?, ?> c && column.equals(c.getTableColumn()))
                            .map(cell -> ((TableCell<?, ?>) cell).getText())
                            .collect(Collectors.joining()))
                    .toList();
        });
    }

    private List<String> heads() {
        return table().getColumns().stream()
                .map(column -> ((Label) column.getGraphic()).getText())
                .toList();
    }

    private OverlayData chart() {
        return seen(() -> fixture.stage.getScene().getRoot().lookupAll(".overlay-chart").stream()
                .filter(OverlayChart.class::isInstance)
                .map(chart -> ((OverlayChart) chart).dataProperty().get())
                .findFirst()
                .orElse(OverlayData.EMPTY));
    }

    private void choose(int... rows) {
        BenchFixture.doOnWindow(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
            table().requestFocus();
        });
        fixture.settle();
    }

    private List<String> messages() {
        return seen(() -> fixture.bench.shell().messages().stream()
                .map(ShellModel.Message::text)
                .toList());
    }

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
    void theTableTellsHowEachRunStandsAndWhatSetsThemApart() throws IOException {
        writeSix();
        show(6);
        assertThat(column("run")).containsExactly("Sums", "Sums", "Sums", "Sums", "Sums, too fast", "Broken f");
        assertThat(column("state"))
                .containsExactly("finished", "finished", "finished", "paused at 100", "stopped at 100", "damaged");
        assertThat(column("best")).containsExactly("0.0625", "0.103", "0.100", "0.200", "0.500", "");
        assertThat(column("last")).containsExactly("0.0625", "0.103", "0.200", "0.200", "0.900", "");
        assertThat(column("learningRate")).containsExactly("0.01", "0.01", "0.001", "0.01", "0.5", "");
        assertThat(column("hidden")).containsExactly("16", "16", "16", "32", "16", "");
        assertThat(column("seeds")).containsExactly("1", "2", "1", "1", "1", "");
        assertThat(column("time").getFirst()).isEqualTo("1 min 30 s");
        assertThat(BenchFixture.onWindow(this::heads))
                .as("the same everywhere")
                .doesNotContain("length", "batch", "measure", "notes");
        fixture.picture("runs");
    }

    @Test
    void beforeAPinnedBaselineEachRunSaysInWordsWhatDiffersAndThePinIsKeptAndUndone() throws IOException {
        writeSix();
        show(6);
        choose(0);
        robot.push(KeyCode.P);
        fixture.await("it is pinned", () -> heads().contains("beside the baseline"));
        fixture.settle();
        assertThat(column("run").getFirst()).isEqualTo("Sums \u00b7 baseline");
        assertThat(column("beside the baseline"))
                .containsExactly(
                        "",
                        "only the seeds",
                        "optimiser.learningRate 0.01 \u2192 0.001",
                        "model.hidden 16 \u2192 32",
                        "optimiser.learningRate 0.01 \u2192 0.5",
                        "");
        fixture.await("it is kept", () -> Files.exists(runs().resolve("baseline.txt")));
        choose(1, 2, 3, 4);
        fixture.await("all are drawn", () -> chart().entries().size() == 4);
        fixture.picture("runs-baseline");
        assertThat(chart().entries().getFirst().dashed()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await("it is undone", () -> !heads().contains("beside the baseline"));
        fixture.await("on the disk, too", () -> !Files.exists(runs().resolve("baseline.txt")));
    }

    @Test
    void runsThatDifferInSeedsAloneAreDrawnAsMeanAndSpread() throws IOException {
        writeSix();
        show(6);
        choose(0, 1, 2);
        fixture.await("two are drawn", () -> chart().entries().size() == 2);
        OverlayData.Entry pair = chart().entries().getFirst();
        assertThat(pair.line().y()).containsExactly(new double[] {0.5, 0.3, 0.175, 0.0825}, within(1e-15));
        assertThat(pair.low().y()).containsExactly(0.5, 0.25, 0.125, 0.0625);
        assertThat(pair.high().y()).containsExactly(0.5, 0.35, 0.225, 0.1025);
        assertThat(pair.singles()).isEmpty();
        fixture.picture("runs-spread");
        robot.push(KeyCode.S);
        fixture.await(
                "single lines", () -> chart().entries().getFirst().singles().size() == 2);
        fixture.picture("runs-singles");
        BenchFixture.doOnWindow(
                () -> fixture.screen(RunsScreen.class).model().costProperty().set(Cost.SECONDS));
        fixture.await("against seconds", () -> chart().across().equals("seconds"));
        assertThat(chart().entries().getFirst().line().x())
                .as("the seconds that were spent before each test, on the mean of both")
                .containsExactly(0, 30, 60, 90);
        fixture.picture("runs-seconds");
        BenchFixture.doOnWindow(
                () -> fixture.screen(RunsScreen.class).model().costProperty().set(Cost.UPDATES));
        fixture.await("against updates", () -> chart().across().equals("updates"));
        robot.push(KeyCode.G);
        fixture.await("each for itself", () -> chart().entries().size() == 3);
    }

    @Test
    void typingFiltersTheRowsAndEscapeShowsAllAgain() throws IOException {
        writeSix();
        show(6);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("FAST stopped");
        rows(1);
        assertThat(column("run")).containsExactly("Sums, too fast");
        robot.push(KeyCode.ESCAPE);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("learningrate 0.001");
        rows(1);
        fixture.picture("runs-filtered");
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

    @Test
    void aDamagedRunIsNotOpenedButSaysWhatIsWrong() throws IOException {
        writeSix();
        show(6);
        choose(5);
        robot.push(KeyCode.ENTER);
        fixture.await("it is told", () -> !messages().isEmpty());
        assertThat(messages().getFirst()).contains("'Broken f' cannot be opened", "task.kind", "addition");
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(RunsScreen.ID);
    }

    @Test
    void theScreenFitsASmallWindowAndLargeText() throws IOException {
        writeSix();
        show(6);
        choose(0, 1, 2, 3);
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("runs-small");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("runs-large");
        BenchFixture.doOnWindow(fixture.theme::normal);
    }
}
