package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.view.WeightPlace;
import unroll.app.view.netview.NetworkSpots;
import unroll.engine.backend.Precision;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.perturb.HeldWeight;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** The units of the adder of three units (Hinton, lecture 7), seen and changed by somebody who clicks, drags and types. */
class NetworkViewTest extends BenchTest {
    private static final double GAIN = 20;

    @BeforeEach
    void openTheAdder() throws IOException {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        add(weights, "W_hv", 3, 2, 1, 1, 1, 1, 1, 1);
        add(weights, "W_hh", 3, 3, 0, 1, 0, 0, 1, 0, 0, 1, 0);
        add(weights, "W_oh", 1, 3, 1, -1, 1);
        add(weights, "b_h", 1, 3, -0.5, -1.5, -2.5);
        add(weights, "b_o", 1, 1, -0.5);
        add(weights, "h_0", 1, 3, 0, 0, 0);
        Path file = folder.resolve("adder.safetensors");
        Files.write(file, Safetensors.encode(new Safetensors.Content(Map.of(), weights)));
        openExperiment("""
            {"name": "Adder", "task": {"kind": "binary-addition", "digits": 8, "delay": 0},
             "model": {"kind": "rnn", "hidden": 3, "activation": "logistic"},
             "initialisation": {"kind": "weights", "file": "%s"},
             "optimiser": {"kind": "gradient-descent", "learningRate": 0.001},
             "training": {"batch": 5, "updates": 1000, "testSequences": 5},
             "backend": {"precision": "double", "threads": 1}}
            """.formatted(file), "Adder");
        robot.push(KeyCode.ALT, KeyCode.N);
        fixture.await("it is drawn", () -> !words().isEmpty());
        fixture.settle();
    }

    private static void add(Map<String, Tensor> weights, String name, int rows, int columns, double... numbers) {
        double[] scaled = numbers.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= GAIN;
        }
        weights.put(name, new Tensor(Precision.DOUBLE, List.of(rows, columns), scaled));
    }

    private Node drawing() {
        return robot.lookup(".net-drawing").query();
    }

    private String words() {
        return ((Label) robot.lookup(".net-sum").query()).getText();
    }

    /** The value at the end of the sum. */
    private double value() {
        return Double.parseDouble(
                words().substring(words().lastIndexOf('=') + 1).replace('\u2212', '-'));
    }

    private List<Perturbation> done() {
        return fixture.train().perturb().model().perturbationsProperty().get();
    }

    /** The hidden states of the engine itself for the first test sequence. */
    private float[][] direct(List<Perturbation> perturbations) {
        saved();
        Replica replica = Training.network(
                RunFolder.open(Path.of(training.folderProperty().get())));
        return replica.run(0, Integer.MAX_VALUE, perturbations).hidden();
    }

    private void mark(int step) {
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(step));
        fixture.settle();
    }

    @Test
    void aClickOnAUnitWritesItsSumAsTheEngineComputedIt() {
        assertThat(NetworkSpots.numbers(drawing())).as("weights other than 0").isEqualTo(12);
        float[][] hidden = direct(List.of());
        for (int step : new int[] {0, 2, 5}) {
            mark(step);
            for (int unit = 0; unit < 3; unit++) {
                robot.clickOn(NetworkSpots.unit(drawing(), 1, unit));
                assertThat(words()).startsWith("h" + (unit + 1) + " = \u03c3(20\u00b7");
                double value = value();
                assertThat(value).as(words()).isCloseTo(hidden[step][unit], within(5e-4));
                assertThat(cues().unitProperty().get()).as("in all views").isEqualTo(unit);
            }
        }
        fixture.picture("network");
    }

    @Test
    void keysChooseAUnitAndAWeightAndGiveItAnotherNumber() {
        BenchFixture.doOnWindow(drawing()::requestFocus);
        mark(2);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(words()).startsWith("h2 = ");
        robot.push(KeyCode.UP);
        assertThat(words()).startsWith("y1 = ");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(words()).isEqualTo("v1 = 1, given");
        robot.push(KeyCode.UP);
        assertThat(words()).startsWith("h1 = ");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(cues().weightProperty().get()).isEqualTo(new WeightPlace("W_hv", 0, 1));
        robot.push(KeyCode.ENTER).write("-3.5").push(KeyCode.ENTER);
        assertThat(done()).containsExactly(new HeldWeight("W_hv", 1, 2, -3.5));
        fixture.await("its sum has it", () -> words().contains(" \u2212 3.5\u00b71"));
        robot.push(KeyCode.ENTER).push(KeyCode.UP);
        assertThat(done()).containsExactly(new HeldWeight("W_hv", 1, 2, -2.8));
    }

    @Test
    void aWeightThatIsDraggedChangesTheSumAndUndoBringsItBack() {
        mark(2);
        robot.clickOn(NetworkSpots.unit(drawing(), 1, 0));
        String before = words();
        assertThat(before).startsWith("h1 = \u03c3(20\u00b71 + 20\u00b71 + 0\u00b7");
        Point2D number = NetworkSpots.number(drawing(), "W_hv 1\u21901");
        robot.moveTo(number).press(MouseButton.PRIMARY).moveBy(0, 9).moveBy(0, 12);
        fixture.await("the sum follows the hand", () -> words().startsWith("h1 = \u03c3(13\u00b71 + 20\u00b71"));
        assertThat(done()).as("nothing is done before it is let go").isEmpty();
        robot.release(MouseButton.PRIMARY);
        HeldWeight held = new HeldWeight("W_hv", 1, 1, 13);
        assertThat(done()).containsExactly(held);
        fixture.await("it stays", () -> words().startsWith("h1 = \u03c3(13\u00b71 + 20\u00b71"));
        double value = value();
        assertThat(value).isCloseTo(direct(List.of(held))[2][0], within(5e-4));
        fixture.picture("network-tried");
        robot.push(KeyCode.U);
        assertThat(done()).as("undone at once, for it was one gesture").isEmpty();
        fixture.await("as before", () -> words().equals(before));
    }

    @Test
    void stepsLieSideBySideAndErrorsComeFromTheLast() {
        robot.clickOn("unrolled");
        mark(2);
        robot.clickOn(NetworkSpots.unit(drawing(), 1, 1));
        assertThat(cues().timeProperty().get()).as("the step of the copy").isZero();
        fixture.picture("network-unrolled");
        robot.clickOn("errors");
        fixture.settle();
        assertThat(words()).contains("\ndL/dh2 = ");
        fixture.picture("network-errors");
        Tabled tables = (Tabled) drawing().getParent();
        List<Table> all = BenchFixture.onWindow(tables::tables);
        assertThat(all).extracting(Table::name).containsExactly("", "errors", "connections at step 1");
        assertThat(all.getFirst().rows()).isEqualTo(9);
        float[][] hidden = direct(List.of());
        for (int t = 0; t < 9; t++) {
            assertThat(Double.parseDouble(all.getFirst().cell(t, 3))).isCloseTo(hidden[t][0], within(1e-6));
        }
        assertThat(all.getLast().rows()).isEqualTo(18);
    }

    @Test
    void largeTextAndASmallWindowLeaveTheDrawingRoom() throws IOException {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(700);
        });
        robot.clickOn(NetworkSpots.unit(drawing(), 1, 0));
        fixture.settle();
        fixture.picture("network-small");
        BenchFixture.doOnWindow(() -> {
            while (fixture.theme.textSizeProperty().get() < 200) {
                fixture.theme.larger();
            }
        });
        fixture.settle();
        fixture.picture("network-large");
        assertThat(BenchFixture.onWindow(() -> drawing().getLayoutBounds().getHeight()))
                .isGreaterThan(9 * 23);
    }

    @Test
    void cellsWithGatesAndMoreUnitsThanThereIsRoomForAreDrawnToo() throws IOException {
        openExperiment("""
            {"name": "Gates", "task": {"kind": "addition", "length": 10}, "model": {"kind": "lstm", "hidden": 4},
             "training": {"batch": 5, "updates": 1000, "testSequences": 5}, "backend": {"threads": 1}}
            """, "Gates");
        fixture.await("it is drawn", () -> !words().isEmpty());
        fixture.settle();
        robot.clickOn(NetworkSpots.unit(drawing(), 1, 2));
        assertThat(words().lines().map(line -> line.replaceFirst(" =.*", "")))
                .containsExactly("o3", "f3", "i3", "g3", "c3", "(tanh c)3", "h3");
        fixture.picture("network-lstm");
        openExperiment("""
            {"name": "Many", "task": {"kind": "addition", "length": 10}, "model": {"kind": "rnn", "hidden": 60},
             "training": {"batch": 5, "updates": 1000, "testSequences": 5}, "backend": {"threads": 1}}
            """, "Many");
        fixture.await("it is said", () -> words().startsWith("The first 24 of 60 in h"));
        fixture.settle();
        robot.clickOn(NetworkSpots.unit(drawing(), 1, 20));
        assertThat(words()).startsWith("h21 = ").contains(" others)");
        fixture.picture("network-many");
    }
}
