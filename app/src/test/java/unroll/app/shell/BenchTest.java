package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import unroll.app.control.Card;
import unroll.app.training.RunNews;
import unroll.app.view.Cues;
import unroll.app.view.LiveView;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;

/** A test by somebody who sits at an open workbench with real runs in the background. */
abstract class BenchTest {
    /** A run of bouncing balls of which updates are quick and tests seldom matter. */
    static final String SMALL = """
        {"name": "Two small balls", "about": "A run that is over soon.",
         "task": {"kind": "bouncing-balls", "balls": 2, "resolution": 8, "length": 20},
         "model": {"kind": "rnn", "hidden": 10},
         "initialisation": {"kind": "sparse", "incoming": 5},
         "optimiser": {"kind": "nesterov", "learningRate": 0.001},
         "training": {"batch": 5, "updates": 1000000, "testSequences": 5, "testEvery": 50},
         "backend": {"threads": 1}}
        """;

    @TempDir
    Path folder;

    final FxRobot robot = new Hands();
    BenchFixture fixture;
    RunNews training;

    @BeforeEach
    void openWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        fixture = BenchFixture.onWindow(() -> new BenchFixture(stage, folder.resolve("runs"), true));
        training = fixture.train().news();
    }

    @AfterEach
    void closeWindow() {
        fixture.close();
    }

    /** The live view of a kind. */
    <V extends LiveView<?>> V view(Class<V> kind) {
        return fixture.train().views().all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    boolean seen(String view) {
        return fixture.train().views().seen(view).get();
    }

    Cues cues() {
        return fixture.train().cues();
    }

    /** The card of a title that is seen. */
    Card card(String title) {
        return robot.lookup((Node node) -> node instanceof Card card
                        && card.isVisible()
                        && card.titleProperty().get().equals(title))
                .query();
    }

    /** Opens a file by its keys. */
    void openFile(String name, CharSequence content) throws IOException {
        fixture.picked.add(Files.writeString(folder.resolve(name), content));
        robot.push(KeyCode.CONTROL, KeyCode.O);
    }

    /** Opens an experiment's file by its keys and waits until its run is open. */
    void openExperiment(String json, String name) throws IOException {
        openFile("experiment.json", json);
        fixture.await("the run is open", () -> training.nameProperty().get().equals(name));
        fixture.settle();
    }

    /** Opens an experiment as a card of the gallery does. */
    void open(Experiment experiment) {
        BenchFixture.doOnWindow(() -> {
            fixture.train().controller().open(experiment);
            fixture.bench.shell().show(TrainingScreen.ID);
        });
        fixture.await("the run is open", () -> training.openProperty().get());
        fixture.settle();
    }

    void openSmallExperiment() throws IOException {
        openExperiment(SMALL, "Two small balls");
    }

    /** Quits, and comes back to the same folder. */
    void startAgain() {
        fixture.close();
        startUp();
    }

    /** Starts over what is in the folder. */
    void startUp() {
        fixture = BenchFixture.onWindow(() -> new BenchFixture(fixture.stage, folder.resolve("runs"), true));
        training = fixture.train().news();
        fixture.settle();
    }

    /** Saves the run. */
    final void saved() {
        robot.push(KeyCode.CONTROL, KeyCode.S);
        fixture.settle();
        fixture.await(
                "it is saved",
                () -> RunFolder.open(Path.of(training.folderProperty().get()))
                        .checkpoint()
                        .isPresent());
    }

    /** Makes ten updates, which are remembered because the run rests after them. */
    void makeTen() {
        long target = training.updateProperty().get() + 10;
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        fixture.await(
                "ten updates more are made and remembered",
                () -> training.updateProperty().get() == target
                        && !training.runningProperty().get()
                        && training.historyProperty().get().contains(target));
    }

    /** They are found out while the run trains already. */
    void awaitBaselines() {
        fixture.await(
                "what has to be beaten is known",
                () -> !training.progressProperty().get().loss().baselines().isEmpty()
                        && training.scoresProperty().get().scores().stream()
                                .noneMatch(score -> score.baselines().isEmpty()));
    }

    void trainFor(long updates) {
        long from = training.updateProperty().get();
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.updateProperty().get() >= from + updates);
    }

    void pause() {
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !training.runningProperty().get());
    }

    /** The headless platform tells of a drag only what is under the mouse, not where it began; so the events are made here. */
    static void mouse(Node node, EventType<MouseEvent> type, Point2D screen) {
        BenchFixture.doOnWindow(() -> {
            Point2D local = node.screenToLocal(screen);
            Point2D scene = node.localToScene(local);
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            node,
                            node,
                            type,
                            scene.getX(),
                            scene.getY(),
                            screen.getX(),
                            screen.getY(),
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            type != MouseEvent.MOUSE_RELEASED,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
        });
    }

    /** The buttons of the banner that says why the run stopped. */
    final List<String> remedies() {
        return BenchFixture.onWindow(() -> robot.lookup(".banner-trouble .button").queryAllAs(Button.class).stream()
                .filter(button ->
                        button.isVisible() && button.getParent().getParent().isVisible())
                .map(Button::getText)
                .toList());
    }

    /** Drags a node by its middle to a point. */
    static void drag(Node node, Point2D there) {
        Point2D from = BenchFixture.onWindow(() -> node.localToScreen(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY()));
        mouse(node, MouseEvent.MOUSE_PRESSED, from);
        mouse(node, MouseEvent.MOUSE_DRAGGED, there);
        mouse(node, MouseEvent.MOUSE_RELEASED, there);
    }
}
