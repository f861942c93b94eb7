package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import unroll.app.chart.OverlayChart;
import unroll.app.dock.Arrangement;
import unroll.app.gallery.RunList;
import unroll.app.view.hidden.LiveHidden;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Designed;
import unroll.engine.record.Origin;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** A long afternoon at the workbench, as one person spends it. */
class JourneyTest extends BenchTest {
    private Experiment experiment() {
        return fixture.train().history().valueProperty().get();
    }

    private Path run() {
        return Path.of(training.folderProperty().get());
    }

    /** The control that somebody sees. */
    private <T extends Node> T control(Class<T> kind, Predicate<T> which) {
        return robot.lookup((Node node) -> kind.isInstance(node) && node.isVisible() && which.test(kind.cast(node)))
                .queryAs(kind);
    }

    private void fire(String tooltip) {
        BenchFixture.doOnWindow(control(ButtonBase.class, button -> {
            Tooltip tip = button.getTooltip();
            return tip != null && tip.getText().startsWith(tooltip);
        })::fire);
        fixture.settle();
    }

    private void film(Path file) {
        fire("Export Hidden states");
        ComboBox<?> formats = control(ComboBox.class, box -> "Format".equals(box.getAccessibleText()));
        robot.interact(formats::requestFocus);
        for (int i = 0; i < 3; i++) { // SVG, CSV, GIF; what is chosen keeps the focus
            robot.push(KeyCode.DOWN);
        }
        fixture.settle();
        TextField name = control(TextField.class, field -> "File".equals(field.getAccessibleText()));
        BenchFixture.doOnWindow(() -> {
            name.requestFocus();
            name.setText(file.toString());
        });
        robot.push(KeyCode.ENTER);
        fixture.await("the film is written", () -> Files.exists(file) && frames(file) > 0);
    }

    private static int frames(Path film) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film.toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void designedTrainedBranchedComparedFilmedQuitAndFoundAgain() throws IOException {
        openSmallExperiment();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "the drawing is there",
                () -> fixture.screen(DesignScreen.class)
                        .model()
                        .prospectProperty()
                        .get()
                        .isPresent());
        fixture.settle();
        robot.push(KeyCode.DIGIT2); // an LSTM above what is there
        fixture.settle();
        assertThat(experiment().model()).isInstanceOf(Designed.class);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        fixture.settle();
        fixture.await(
                "nothing waits: no update was made before",
                () -> training.pendingProperty().get().isEmpty());
        makeTen();
        makeTen();
        makeTen();
        Path first = run();
        Experiment drawn = experiment();
        assertThat(RunFolder.open(first).experiment().model()).isEqualTo(drawn.model());
        fixture.await("the views show it", () -> training.seenUpdateProperty().get() == 30);
        float[] now = hidden();
        robot.write("<");
        fixture.await("it looks back", () -> training.seenUpdateProperty().get() == 20);
        float[] then = hidden();
        assertThat(then).isNotEqualTo(now);
        robot.push(KeyCode.B);
        fixture.await(
                "a branch is open",
                () -> !run().equals(first) && training.updateProperty().get() == 20);
        fixture.settle();
        Path second = run();
        assertThat(RunFolder.open(second).origin()).map(Origin::update).contains(20L);
        makeTen();
        fixture.await(
                "the views have come along", () -> training.seenUpdateProperty().get() == 30);
        assertThat(hidden())
                .as("the same settings and seeds lead to the same bits")
                .isEqualTo(now);
        assertThat(BenchFixture.onWindow(() -> standing(second))).contains("paused at 30");
        Path film = folder.resolve("states.gif");
        film(film);
        assertThat(frames(film)).isEqualTo(training.headProperty().get().steps());
        robot.push(KeyCode.ALT, KeyCode.DIGIT1); // one view less
        fixture.settle();
        Arrangement views = BenchFixture.onWindow(
                () -> fixture.train().arrangement().valueProperty().get());
        assertThat(views).isNotEqualTo(fixture.train().views().arrangement());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        fixture.await(
                "both are in the table",
                () -> fixture.stage.getScene().getRoot().lookup(".table-view") instanceof TableView<?> table
                        && table.getItems().size() == 2);
        fixture.settle();
        BenchFixture.doOnWindow(
                () -> fixture.stage.getScene().getRoot().lookup(".table-view").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        fixture.await(
                "both are drawn, as one: nothing sets them apart",
                () -> fixture.stage.getScene().getRoot().lookup(".overlay-chart") instanceof OverlayChart chart
                        && chart.dataProperty().get().entries().size() == 1
                        && chart.dataProperty()
                                .get()
                                .entries()
                                .getFirst()
                                .name()
                                .endsWith("2 runs"));
        fixture.picture("journey-compared");
        startAgain();
        BenchFixture.doOnWindow(() -> fixture.bench.open(second));
        fixture.await(
                "the branch is open again", () -> training.updateProperty().get() == 30);
        fixture.await("its views are back", () -> training.seenUpdateProperty().get() == 30);
        assertThat(hidden()).isEqualTo(now);
        assertThat(experiment().model()).isEqualTo(drawn.model());
        assertThat(BenchFixture.onWindow(
                        () -> fixture.train().arrangement().valueProperty().get()))
                .isEqualTo(views);
        robot.write("<");
        fixture.await(
                "it remembers where it came from",
                () -> training.seenUpdateProperty().get() == 20);
        assertThat(hidden()).isEqualTo(then);
        trainFor(5);
        pause();
    }

    /** What the list at the side says of a run. */
    private String standing(Path run) {
        return fixture.stage.getScene().getRoot().lookupAll(".run-list").stream()
                .map(RunList.class::cast)
                .flatMap(list -> list.runsProperty().get().stream())
                .filter(item -> item.id().equals(run.toString()))
                .map(item -> item.name() + " " + item.detail())
                .collect(Collectors.joining());
    }

    private float[] hidden() {
        return BenchFixture.onWindow(
                () -> view(LiveHidden.class).statesProperty().get().values());
    }

    @Test
    void twentyMixedEditsAreUndoneOneByOneAndDoneAgain() throws IOException {
        openSmallExperiment();
        List<Experiment> states = new ArrayList<>(List.of(experiment()));
        for (String edit : List.of(
                "model.hidden 12",
                "optimiser.learningRate 0.01",
                "task.balls 1",
                "name Other",
                "optimiser.clip 1",
                "training.batch 7",
                "initialisation orthogonal",
                "seeds.data 9",
                "optimiser adam",
                "model.activation relu")) {
            int space = edit.indexOf(' ');
            BenchFixture.doOnWindow(() -> fixture.train()
                    .history()
                    .apply(
                            edit,
                            SettingsJson.with(
                                    fixture.train().history().valueProperty().get(),
                                    edit.substring(0, space),
                                    edit.substring(space + 1))));
            states.add(experiment());
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "the drawing is there",
                () -> fixture.screen(DesignScreen.class)
                        .model()
                        .prospectProperty()
                        .get()
                        .isPresent());
        fixture.settle();
        for (char key : "1++-3+#67-".toCharArray()) {
            if (key == '#') {
                robot.push(KeyCode.DELETE);
            } else {
                robot.write(key);
            }
            fixture.settle();
            assertThat(experiment()).as("%s", key).isNotEqualTo(states.getLast());
            states.add(experiment());
        }
        assertThat(states).hasSize(21);
        for (int i = 19; i >= 0; i--) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
            assertThat(experiment()).as("undone to %d", i).isEqualTo(states.get(i));
        }
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(experiment()).as("nothing more to undo").isEqualTo(states.getFirst());
        for (int i = 1; i <= 20; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Y);
            assertThat(experiment()).as("done again to %d", i).isEqualTo(states.get(i));
        }
    }
}
