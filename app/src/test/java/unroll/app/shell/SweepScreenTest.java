package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.sweep.SweepModel;
import unroll.engine.file.FolderLock;
import unroll.engine.sweep.Sweep;
import unroll.engine.sweep.SweepFolder;
import unroll.engine.sweep.SweepQueue;

/** Makes sweeps in the window, stops them, goes on with them, and opens their runs. */
class SweepScreenTest extends BenchTest {
    /** Two lengths, two methods, two seeds; all but those of the lazy method are solved soon. */
    static final String SWEEP = sweep("\"updates\": 300, \"testEvery\": 5", "[2, 4]");

    /** The same with lazy runs that take long enough to be left. */
    private static final String UNHURRIED = sweep("\"updates\": 5000, \"testEvery\": 5", "[2, 4]")
            .replace("\"minibatches\": 200", "\"minibatches\": 4000");

    /** Nobody sees its end. */
    private static final String LONG = sweep("\"updates\": 1000000, \"testEvery\": 100", "[30, 40]")
            .replace("\"whenSolved\": true, \"minibatches\": 200", "\"whenSolved\": false");

    private static String sweep(String training, String lengths) {
        return """
            {
              "name": "Remembering one symbol",
              "about": "How many minibatches a small network needs to remember one symbol of two.",
              "base": {
                "task": {"kind": "memorisation", "symbols": 2, "length": 1, "delay": 3},
                "model": {"kind": "rnn", "hidden": 8},
                "training": {"batch": 8, "testSequences": 20, %s}
              },
              "axes": [
                {"axis": "T", "set": "task.delay", "values": %s},
                {"axis": "method", "set": "optimiser", "values": [
                  {"label": "momentum", "value": {"kind": "momentum", "learningRate": 0.05}},
                  {"label": "lazy", "value": {"kind": "momentum", "learningRate": 1e-9}}]},
                {"axis": "seed", "set": ["seeds.data", "seeds.initialisation"], "values": [1, 2]}
              ],
              "stop": {"whenSolved": true, "minibatches": 200}
            }
            """.formatted(training, lengths);
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

    private SweepModel sweep() {
        return fixture.screen(SweepScreen.class).model();
    }

    private void openSweep(String document) throws IOException {
        openFile("many.json", document);
        fixture.await("the sweep is open", () -> sweep().openProperty().get());
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(SweepScreen.ID);
        fixture.settle();
    }

    private void start() {
        robot.push(KeyCode.SPACE);
        fixture.await("it works", () -> sweep().workingProperty().get());
    }

    private void stop() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "it rests",
                () -> !sweep().workingProperty().get()
                        && !sweep().changingProperty().get());
        fixture.settle();
    }

    /** So few runs may be over before anybody has seen them work. */
    private void finish() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "it is complete",
                () -> sweep().completeProperty().get()
                        && !sweep().workingProperty().get());
        fixture.settle();
    }

    private Path place() {
        return Path.of(sweep().folderProperty().get());
    }

    private TableView<?> table() {
        return (TableView<?>) fixture.stage.getScene().getRoot().lookup(".table-view");
    }

    /** The words of a column's cells, top to bottom. */
    private List<String> column(String head) {
        return seen(() -> {
            TableView<?> table = table();
            var column = table.getColumns().stream()
                    .filter(c -> ((Label) c.getGraphic()).getText().equals(head))
                    .findFirst()
                    .orElseThrow();
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

    private List<String> messages() {
        return seen(() -> fixture.bench.shell().messages().stream()
                .map(ShellModel.Message::text)
                .toList());
    }

    /** The rows of results.csv but their seconds: what the engine alone writes when nobody interrupts it. */
    private static List<String> rows(Path sweep) throws IOException {
        return Files.readAllLines(sweep.resolve("results.csv")).stream()
                .map(line -> line.replaceAll("^(([^,]*,){9})[^,]*,", "$1"))
                .toList();
    }

    private Path madeByTheEngineAlone(String document) throws InterruptedException {
        Sweep sweep = Sweep.parse(document, "many.json");
        Path place = folder.resolve("alone");
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            SweepQueue queue =
                    new SweepQueue(sweep, sweep.cells(), new SweepFolder(place), 1, 1, executor, snapshot -> {});
            queue.start();
            queue.await();
        }
        return place;
    }

    @Test
    void aSweepIsMadeAndShowsItsRunsItsGroupsAndItsPicture() throws Exception {
        openSweep(SWEEP);
        assertThat(place()).isEqualTo(folder.resolve("sweeps").resolve("Remembering one symbol"));
        assertThat(column("run")).hasSize(8).containsOnly("waiting");
        fixture.picture("sweep-ready");
        finish();
        fixture.await(
                "the page's pictures are drawn",
                () -> Files.exists(place().resolve("pictures").resolve("minibatches.png")));
        fixture.settle();
        assertThat(rows(place())).isEqualTo(rows(madeByTheEngineAlone(SWEEP)));
        List<String> csv = Files.readAllLines(place().resolve("results.csv"));
        assertThat(column("run"))
                .isEqualTo(
                        csv.stream().skip(1).map(line -> line.split(",", -1)[3]).toList())
                .containsExactly(
                        "solved", "solved", "not solved", "not solved", "solved", "solved", "not solved", "not solved");
        assertThat(column("minibatches"))
                .as("to solve, or made")
                .isEqualTo(csv.stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .map(cells -> cells[8].isEmpty() ? cells[6] : cells[8])
                        .toList());
        assertThat(sweep().standingProperty().get()).isEqualTo("8 of 8 runs over");
        fixture.picture("sweep-done");
        robot.push(KeyCode.G);
        fixture.settle();
        assertThat(column("solved")).containsExactly("2 of 2", "0 of 2", "2 of 2", "0 of 2");
        double mean = (Double.parseDouble(csv.get(1).split(",", -1)[8])
                        + Double.parseDouble(csv.get(2).split(",", -1)[8]))
                / 2;
        assertThat(Double.parseDouble(column("mean").getFirst())).isEqualTo(mean);
        fixture.picture("sweep-groups");
        robot.push(KeyCode.SPACE);
        fixture.settle();
        assertThat(sweep().workingProperty().get()).as("there is nothing to do").isFalse();
    }

    @Test
    void aRunThatIsOverOpensOnTheTrainingScreenAndOneThatIsMadeDoesNot() throws Exception {
        openSweep(SWEEP);
        robot.push(KeyCode.ENTER);
        fixture.await("it is told", () -> !fixture.bench.shell().messages().isEmpty());
        assertThat(messages().getFirst()).contains("'T 2, method momentum, seed 1' has not begun", "start the sweep");
        finish();
        robot.push(KeyCode.ENTER);
        fixture.await("the run is open", () -> training.openProperty().get());
        assertThat(training.folderProperty().get())
                .isEqualTo(place().resolve("runs")
                        .resolve("T 2, method momentum, seed 1")
                        .toString());
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(TrainingScreen.ID);
        fixture.await(
                "its test is shown",
                () -> !training.scoresProperty().get().scores().isEmpty());
        assertThat(training.scoresProperty().get().solved()).isTrue();
    }

    @Test
    void aSweepThatIsStoppedGoesOnAndARunThatWasOpenedMeanwhileIsLetGo() throws Exception {
        openSweep(LONG);
        start();
        fixture.await("updates are made", () -> column("updates").getFirst().matches("[1-9].*"));
        robot.push(KeyCode.ENTER);
        fixture.await("it is told", () -> !messages().isEmpty());
        assertThat(messages().getFirst()).contains("is being made by the sweep", "stop the sweep");
        assertThat(training.openProperty().get()).isFalse();
        BenchFixture.doOnWindow(() -> fixture.run("window.escape"));
        fixture.picture("sweep-running");
        smallAndLarge();
        stop();
        fixture.await("cells are drawn anew", () -> column("run").contains("paused"));
        assertThat(column("run")).contains("waiting").doesNotContain("running", "solved");
        long before = Files.readAllLines(place().resolve("runs/T 30, method momentum, seed 1/metrics.csv"))
                .size();
        assertThat(before).isGreaterThan(1);
        robot.push(KeyCode.ENTER);
        fixture.await("the run is open", () -> training.openProperty().get());
        fixture.settle();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        fixture.settle();
        start();
        assertThat(training.openProperty().get())
                .as("two must not write in one folder")
                .isFalse();
        fixture.await("it goes on", () -> column("run").getFirst().equals("running"));
        stop();
        assertThat(messages()).hasSize(1);
    }

    private void smallAndLarge() {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("sweep-small");
        assertThat(BenchFixture.onWindow(() -> card("Minibatches to solve").getWidth()))
                .as("width of the picture")
                .isGreaterThan(500);
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("sweep-large");
        BenchFixture.doOnWindow(fixture.theme::normal);
    }

    @Test
    void aWindowThatIsClosedLeavesASweepThatTheNextWindowGoesOnWith() throws Exception {
        openSweep(UNHURRIED);
        BenchFixture.doOnWindow(
                () -> fixture.screen(SweepScreen.class).controller().changeJobs(-100));
        start();
        fixture.await("some runs are over", () -> sweep().shareProperty().get() > 0.2);
        startAgain();
        fixture.await(
                "the gallery has it",
                () -> sweepButton("Remembering one symbol").isPresent());
        Button button = BenchFixture.onWindow(
                () -> sweepButton("Remembering one symbol").orElseThrow());
        assertThat(button.getAccessibleText()).containsPattern("[2-7] of 8 runs over");
        BenchFixture.doOnWindow(button::fire);
        fixture.await("it is open", () -> sweep().openProperty().get());
        fixture.settle();
        finish();
        assertThat(rows(place())).isEqualTo(rows(madeByTheEngineAlone(UNHURRIED)));
    }

    private Optional<Button> sweepButton(String name) {
        return fixture.stage.getScene().getRoot().lookupAll(".gallery-sweep").stream()
                .map(Button.class::cast)
                .filter(button -> button.getAccessibleText().startsWith("Sweep " + name))
                .findFirst();
    }

    @Test
    void aSampleOfTheGalleryOpensBesideTheRunsAndABadSweepIsRefusedWithTheEnginesSentence() throws IOException {
        fixture.await("the samples are offered", () -> sweepButton("Tiny").isPresent());
        BenchFixture.doOnWindow(() -> {
            for (Node page : fixture.stage.getScene().getRoot().lookupAll(".gallery")) {
                ((ScrollPane) page).setVvalue(1);
            }
        });
        fixture.picture("gallery-samples");
        BenchFixture.doOnWindow(() -> sweepButton("Tiny").orElseThrow().fire());
        fixture.await("it is open", () -> sweep().openProperty().get());
        fixture.settle();
        assertThat(column("T")).hasSize(18);
        assertThat(place()).isEqualTo(folder.resolve("sweeps").resolve("Tiny"));
        assertThat(place()).as("nothing is written before it starts").doesNotExist();
        openFile("bad.json", SWEEP.replace("task.delay", "task.dely"));
        fixture.await("it is refused", () -> !messages().isEmpty());
        assertThat(messages().getFirst()).contains("axis 'T', value '2'", "did you mean");
        openFile("baseless.json", "{\"axes\": []}");
        fixture.await("it is refused", () -> messages().size() == 2);
        assertThat(messages().getFirst()).contains("baseless.json", "needs a \"base\"");
        assertThat(sweep().nameProperty().get()).isEqualTo("Tiny");
    }

    @Test
    void aSweepThatAnotherProgramMakesIsLeftToItWithASentence() throws IOException {
        openSweep(SWEEP);
        try (FolderLock other = FolderLock.take(place(), "")) {
            assertThat(other).isNotNull();
            robot.push(KeyCode.SPACE);
            fixture.await("it is told", () -> !messages().isEmpty());
            assertThat(messages().getFirst())
                    .contains(place().toString(), "another window or terminal", "stop it there");
            assertThat(sweep().workingProperty().get()).isFalse();
            assertThat(place().resolve("sweep.json")).doesNotExist();
        }
        finish();
    }
}
