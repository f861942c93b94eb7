package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.parallel.ParallelAxis;
import unroll.app.parallel.ParallelChart;
import unroll.app.parallel.ParallelData;

/** Runs compared over their settings, by mouse and by keys. */
class RunsSettingsTest extends RunsBench {
    private ParallelChart chart() {
        return (ParallelChart)
                Objects.requireNonNull(fixture.stage.getScene().getRoot().lookup(".parallel-chart"));
    }

    private ParallelData data() {
        return seen(() -> chart().dataProperty().get());
    }

    private List<String> names() {
        return data().axes().stream().map(ParallelAxis::name).toList();
    }

    private List<Boolean> within() {
        return data().lines().stream().map(ParallelData.Entry::within).toList();
    }

    private String read() {
        return seen(() -> chart().lookupAll(".readout").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .findFirst()
                .orElse(""));
    }

    /** The middle of what stands at an axis, on the screen. */
    private Bounds mark(String words) {
        return seen(() -> chart().lookupAll(".parallel-mark").stream()
                .filter(label -> ((Label) label).getText().equals(words))
                .map(label -> label.localToScreen(label.getLayoutBounds()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark " + words)));
    }

    private void showSettings() throws IOException {
        writeSix();
        show(6);
        robot.push(KeyCode.V);
        fixture.settle();
    }

    @Test
    void eachRunIsALineOverTheSettingsInWhichTheyDifferAndItsScores() throws IOException {
        showSettings();
        assertThat(names())
                .containsExactly("Hidden units", "Learning rate", "sequences wrong, %", "half squared error");
        assertThat(data().lines()).as("the damaged one is none").hasSize(5);
        assertThat(IntStream.range(0, 5).mapToObj(data().axes().get(1)::value))
                .containsExactly("0.01", "0.01", "0.001", "0.01", "0.5");
        assertThat(IntStream.range(0, 5).mapToObj(data().axes().getLast()::value))
                .as("the last tests")
                .containsExactly("0.0625", "0.1025", "0.2", "0.2", "0.9");
        assertThat(data().colouring().map(ParallelAxis::name)).contains("half squared error");
        Table table = seen(() -> chart().tables().getFirst());
        assertThat(table.columns().stream().map(Table.Column::head)).startsWith("run", "Hidden units");
        fixture.picture("runs-settings");
    }

    @Test
    void draggingAlongAnAxisLimitsTheTableAClickThereEndsThatAndBothAreUndone() throws IOException {
        showSettings();
        Bounds low = mark("0.001");
        Bounds high = mark("0.01");
        double x = low.getMinX() - 6;
        robot.moveTo(x, low.getCenterY() + 8);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(x, low.getCenterY() - 8);
        robot.moveTo(x, high.getCenterY() - 8);
        robot.release(MouseButton.PRIMARY);
        rows(4);
        assertThat(column("Learning rate")).containsOnly("0.01", "0.001");
        assertThat(within()).containsExactly(true, true, true, true, false);
        assertThat(seen(() -> fixture.screen(RunsScreen.class)
                        .model()
                        .standingProperty()
                        .get()))
                .contains("4 of 6 runs \u00b7 limited to Learning rate 0.001 to 0.01");
        fixture.picture("runs-settings-limited");
        robot.moveTo(x, (low.getCenterY() + high.getCenterY()) / 2);
        robot.clickOn(MouseButton.PRIMARY);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        rows(4);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        rows(4);
    }

    @Test
    void hoveringNamesARunAndAClickChoosesItInTheTable() throws IOException {
        showSettings();
        Bounds most = mark("0.5");
        robot.moveTo(most.getMinX() - 14, most.getCenterY() + 2);
        fixture.settle();
        assertThat(read()).startsWith("Sums, too fast\n").contains("Learning rate 0.5", "half squared error 0.9");
        robot.moveBy(-20, 0);
        fixture.settle();
        robot.moveTo(most.getMinX() - 14, most.getCenterY() + 2);
        robot.clickOn(MouseButton.PRIMARY);
        fixture.settle();
        assertThat(seen(() -> fixture.screen(RunsScreen.class)
                        .model()
                        .notedNameProperty()
                        .get()))
                .isEqualTo("Sums, too fast");
        assertThat(seen(() -> table().getSelectionModel().getSelectedIndices()).stream()
                        .toList())
                .hasSize(1);
    }

    @Test
    void theKeysReachEveryRunAndAxisLimitWidenAndEndIt() throws IOException {
        showSettings();
        robot.push(KeyCode.RIGHT);
        fixture.settle();
        assertThat(read()).as("the focus is in the chart").contains("Learning rate");
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.DOWN);
        }
        fixture.settle();
        assertThat(read()).isEqualTo("Sums\nLearning rate 0.001");
        robot.push(KeyCode.B);
        rows(1);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        rows(4);
        robot.push(KeyCode.UP);
        fixture.settle();
        assertThat(read()).isEqualTo("Sums\nLearning rate 0.01");
        robot.push(KeyCode.SPACE);
        fixture.settle();
        assertThat(seen(() -> fixture.screen(RunsScreen.class)
                        .model()
                        .notedRunProperty()
                        .get()))
                .isNotEmpty();
        fixture.picture("runs-settings-keys");
        robot.push(KeyCode.B);
        rows(6);
        robot.push(KeyCode.B);
        rows(3);
        robot.push(KeyCode.ESCAPE);
        rows(6);
        robot.push(KeyCode.V);
        fixture.settle();
        assertThat(seen(() -> chart().isVisible())).isFalse();
    }

    @Test
    void onlyTheChosenRunsAreKeptWithTheSettingsInWhichTheyDiffer() throws IOException {
        showSettings();
        choose(0, 2);
        robot.push(KeyCode.K);
        rows(2);
        assertThat(names()).startsWith("Learning rate").doesNotContain("Hidden units");
        robot.push(KeyCode.A);
        rows(6);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        rows(2);
    }

    @Test
    void aFigureHasTitleAxesAndUnitsButNothingToPressAndItsTableAllNumbers() throws IOException {
        showSettings();
        robot.push(KeyCode.RIGHT);
        fixture.settle();
        assertThat(read()).isNotEmpty();
        for (String format : List.of("SVG", "PNG", "CSV")) {
            fire("Export Settings");
            choose(format);
            export(file("Settings." + format.toLowerCase(Locale.ROOT)));
        }
        String drawing = Files.readString(file("Settings.svg"));
        assertThat(drawing)
                .contains("Settings", "coloured by its last half squared error", "Learning rate", "sequences", "0.001")
                .doesNotContain("keep chosen", "by settings", "stroke=\"#000000\"")
                .as("the chosen run's line, and not what the keys read")
                .containsOnlyOnce("stroke-width=\"2.6\"");
        assertThat(Files.readAllLines(file("Settings.csv")))
                .hasSize(6)
                .element(3)
                .isEqualTo("Sums,16,0.001,50.0,0.2");
    }
}
