package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.engine.optim.Nesterov;
import unroll.engine.record.Origin;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.Schedule;

/**
 * What a student, a lecturer and a researcher come to do, by keys alone, in windows and with text of several sizes: all they need is
 * reached, and lies in the window when it is.
 */
@ParameterizedClass
@CsvSource({"1440, 900, 100", "1060, 700, 100", "1060, 700, 200"})
class KeyJourneysTest extends BenchTest {
    /** More than there are stops of Tab in the window. */
    private static final int MOST_STOPS = 150;

    @Parameter(0)
    double width;

    @Parameter(1)
    double height;

    @Parameter(2)
    int percent;

    @BeforeEach
    void sitDown() {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
        });
        fixture.await(
                "the gallery is there",
                () -> robot.lookup(".gallery-card").queryAll().size() > 3);
        while (fixture.theme.textSizeProperty().get() < percent) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        fixture.settle();
    }

    /** Presses Tab until a control has the focus; it must be seen where it is. */
    private Node tabTo(String what, Predicate<Node> wanted) {
        for (int i = 0; i < MOST_STOPS; i++) {
            Node owner = BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
            if (owner != null && BenchFixture.onWindow(() -> wanted.test(owner))) {
                fixture.settle();
                liesInTheWindow(what, owner);
                return owner;
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + what);
    }

    private static Bounds bounds(Node node) {
        return BenchFixture.onWindow(() -> node.localToScene(node.getLayoutBounds()));
    }

    private void liesInTheWindow(String what, Node node) {
        Bounds there = bounds(node);
        assertThat(there.getMinX()).as("left edge of %s", what).isGreaterThanOrEqualTo(-0.5);
        assertThat(there.getMinY()).as("upper edge of %s", what).isGreaterThanOrEqualTo(-0.5);
        assertThat(there.getMaxX()).as("right edge of %s", what).isLessThanOrEqualTo(width + 0.5);
        assertThat(there.getCenterY()).as("middle of %s", what).isLessThanOrEqualTo(height);
    }

    private static boolean says(Node node, String words) {
        return node instanceof Labeled labeled
                        && labeled.getText() != null
                        && labeled.getText().startsWith(words)
                || node.getAccessibleText() != null && node.getAccessibleText().startsWith(words);
    }

    /** Types into a field that is reached by Tab. */
    private void fill(String name, String text) {
        tabTo(name, node -> node instanceof TextField && says(node, name));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        robot.push(KeyCode.ENTER);
        fixture.settle();
    }

    private Path run() {
        return Path.of(training.folderProperty().get());
    }

    private double rate() {
        Schedule plan =
                ((Nesterov) fixture.train().history().valueProperty().get().optimiser()).learningRate();
        return plan.at(training.updateProperty().get());
    }

    private void screen(KeyCode digit, String id) {
        robot.push(KeyCode.CONTROL, digit);
        fixture.await(
                "the screen is shown",
                () -> fixture.bench.screens().front().getValue().id().equals(id));
        fixture.settle();
    }

    @Test
    void aStudentOpensACardTrainsLooksBackChangesARateAndTakesItBack() {
        tabTo("a card of the gallery", node -> says(node, "Temporal order"));
        robot.push(KeyCode.ENTER);
        fixture.await("its run is open", () -> training.nameProperty().get().startsWith("Temporal order"));
        fixture.settle();
        trainFor(20);
        pause();
        long end = training.updateProperty().get();
        double before = rate();
        int step = cues().timeProperty().get();
        robot.push(KeyCode.PERIOD).push(KeyCode.PERIOD);
        assertThat(cues().timeProperty().get()).isEqualTo(step + 2);
        fill("Learning rate", "0.0123");
        assertThat(rate()).isEqualTo(0.0123);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(rate()).as("the rate is taken back").isEqualTo(before);
        Path first = run();
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await(
                "it begins anew",
                () -> !run().equals(first) && training.updateProperty().get() == 0);
        fixture.settle();
        tabTo("the way back", node -> says(node, "Back to it"));
        robot.push(KeyCode.SPACE);
        fixture.await(
                "the trained run is open",
                () -> run().equals(first) && training.updateProperty().get() == end);
        fixture.picture("student-%d-%.0f".formatted(percent, width));
    }

    @Test
    void aLecturerPresentsGradientsLooksBackShowsAValleyAndExportsAPicture() throws IOException {
        openSmallExperiment();
        makeTen();
        makeTen();
        robot.push(KeyCode.F5);
        fixture.settle();
        robot.push(KeyCode.G);
        fixture.await("gradients are in view", () -> seen("flow"));
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        fixture.settle();
        liesInTheWindow("the large view", card("Gradient flow"));
        fixture.picture("lecturer-%d-%.0f".formatted(percent, width));
        robot.push(KeyCode.ESCAPE);
        robot.write("<");
        fixture.await("it looks back", () -> training.seenUpdateProperty().get() == 10);
        robot.push(KeyCode.F5);
        fixture.settle();
        screen(KeyCode.DIGIT4, ValleyScreen.ID);
        robot.push(KeyCode.SPACE);
        fixture.settle();
        robot.push(KeyCode.SPACE);
        screen(KeyCode.DIGIT2, TrainingScreen.ID);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        fixture.settle();
        Path picture = folder.resolve("for the hall.png");
        tabTo("the name of the file", node -> node instanceof TextField && says(node, "File"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        BenchFixture.doOnWindow(
                () -> ((TextField) fixture.stage.getScene().getFocusOwner()).setText(picture.toString()));
        robot.push(KeyCode.ENTER);
        fixture.await("the picture is written", () -> Files.exists(picture));
    }

    @Test
    void aResearcherOpensSeriesTrainsBranchesTakesNotesAndFilters() throws IOException {
        openFile(
                "swing.csv",
                IntStream.range(0, 400)
                        .mapToObj(t -> String.format(Locale.ROOT, "%.4f,%.4f%n", Math.sin(0.2 * t), Math.cos(0.3 * t)))
                        .collect(Collectors.joining("", "angle,speed\n", "")));
        fixture.await("the run is open", () -> training.nameProperty().get().equals("swing"));
        fixture.settle();
        makeTen();
        makeTen();
        robot.write("<");
        fixture.await("it looks back", () -> training.seenUpdateProperty().get() == 10);
        Path first = run();
        robot.push(KeyCode.B);
        fixture.await(
                "a branch is open",
                () -> !run().equals(first) && training.updateProperty().get() == 10);
        fixture.settle();
        assertThat(RunFolder.open(run()).origin()).map(Origin::update).contains(10L);
        makeTen();
        screen(KeyCode.DIGIT6, RunsScreen.ID);
        fixture.await("both are in the table", () -> table().getItems().size() == 2);
        fixture.settle();
        tabTo("the table of runs", TableView.class::isInstance);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.HOME);
        for (KeyCode key : List.of(KeyCode.F2, KeyCode.T, KeyCode.N)) {
            robot.push(key);
            fixture.settle();
            Node field = BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
            assertThat(bounds(card("Notes")).contains(bounds(field)))
                    .as("the card holds what %s leads to", key)
                    .isTrue();
            robot.push(KeyCode.ESCAPE);
        }
        robot.push(KeyCode.N);
        fixture.settle();
        robot.write("a note");
        robot.push(KeyCode.ESCAPE);
        fixture.settle();
        fixture.await(
                "one of the two has the note",
                () -> Stream.of(first, run())
                        .map(folder -> RunFolder.at(folder).remarks().notes())
                        .toList()
                        .equals(List.of("", "a note")));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("swing");
        fixture.settle();
        assertThat(table().getItems()).hasSize(2);
        fixture.picture("researcher-%d-%.0f".formatted(percent, width));
    }

    private TableView<?> table() {
        return (TableView<?>) fixture.stage.getScene().getRoot().lookup(".table-view");
    }
}
