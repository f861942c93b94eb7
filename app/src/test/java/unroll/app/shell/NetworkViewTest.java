package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
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
import unroll.app.view.Cues;
import unroll.app.view.netview.LiveNetwork;
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

    private List<Perturbation> done() {
        return fixture.train().perturb().model().perturbationsProperty().get();
    }

    /** The hidden states of the engine itself for the first test sequence. */
    private float[][] direct(List<Perturbation> perturbations) {
        Replica replica = Training.network(
                RunFolder.open(Path.of(training.folderProperty().get())));
        return replica.run(0, Integer.MAX_VALUE, perturbations).hidden();
    }

    private void mark(int step) {
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(step));
        fixture.settle();
    }

    @Test
    void look() {
        BenchFixture.doOnWindow(drawing()::requestFocus);
        robot.push(KeyCode.RIGHT);
        mark(2);
        fixture.picture("network");
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.clickOn("unrolled");
        fixture.settle();
        fixture.picture("network-unrolled");
        robot.clickOn("errors");
        fixture.settle();
        fixture.picture("network-errors");
    }
}
