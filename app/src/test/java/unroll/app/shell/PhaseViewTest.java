package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.control.Tabled;
import unroll.app.view.phase.LivePhase;
import unroll.engine.backend.Precision;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;

/** The states of networks of few units, whose dynamics are known, seen and started by hand. */
class PhaseViewTest extends BenchTest {
    /** Opens a network of some units with these recurrent weights, which receives nothing of the bits that it sees. */
    private void open(String activation, int units, double... recurrent) throws IOException {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        add(weights, "W_hv", units, 1, new double[units]);
        add(weights, "W_hh", units, units, recurrent);
        add(weights, "W_oh", 1, units, new double[units]);
        add(weights, "b_h", 1, units, new double[units]);
        add(weights, "b_o", 1, 1, 0);
        double[] first = new double[units];
        for (int i = 0; i < units; i++) {
            first[i] = 0.4 - 0.3 * i;
        }
        add(weights, "h_0", 1, units, first);
        Path file = folder.resolve("net.safetensors");
        Files.write(file, Safetensors.encode(new Safetensors.Content(Map.of(), weights)));
        openExperiment("""
            {"name": "Moving", "task": {"kind": "parity", "length": 20},
             "model": {"kind": "rnn", "hidden": %d, "activation": "%s"},
             "initialisation": {"kind": "weights", "file": "%s"},
             "training": {"batch": 5, "updates": 1000, "testSequences": 5},
             "backend": {"precision": "double", "threads": 1}}
            """.formatted(units, activation, file), "Moving");
        robot.push(KeyCode.ALT, KeyCode.P);
        fixture.await("points are found", () -> subtitle().contains("fixed point"));
        fixture.settle();
    }

    private static void add(Map<String, Tensor> weights, String name, int rows, int columns, double... numbers) {
        weights.put(name, new Tensor(Precision.DOUBLE, List.of(rows, columns), numbers));
    }

    private Node view() {
        return robot.lookup(".phase-view").query();
    }

    private Node card() {
        Node node = view();
        while (!node.getStyleClass().contains("card")) {
            node = node.getParent();
        }
        return node;
    }

    private String subtitle() {
        Node view = robot.lookup(".phase-view").queryAll().stream().findFirst().orElse(null);
        return view == null ? "" : ((Label) card().lookup(".card-subtitle")).getText();
    }

    private String words() {
        return ((Label) view().getParent().lookup(".stepped-words")).getText();
    }

    private List<String> column(int table, String head) {
        var found = ((Tabled) view())
                .tables().get(table).columns().stream()
                        .filter(column -> column.head().equals(head))
                        .findFirst()
                        .orElseThrow();
        return IntStream.range(0, found.size()).mapToObj(found.cell()).toList();
    }

    /** Starts a state with the arrow keys, so many steps of a fiftieth of the picture from its middle. */
    private void start(int right, int up) {
        BenchFixture.doOnWindow(() -> view().requestFocus());
        for (int i = 0; i < Math.abs(right); i++) {
            robot.push(right > 0 ? KeyCode.RIGHT : KeyCode.LEFT);
        }
        for (int i = 0; i < Math.abs(up); i++) {
            robot.push(up > 0 ? KeyCode.UP : KeyCode.DOWN);
        }
    }

    @Test
    void twoUnitsThatEachRememberABitHaveNinePointsOfWhichFourAreStable() throws IOException {
        open("tanh", 2, 2, 0, 0, 2);
        assertThat(subtitle()).startsWith("9 fixed points, 4 stable \u00b7 update 0");
        assertThat(BenchFixture.onWindow(() -> column(0, "state 1")).subList(0, 4))
                .allSatisfy(number ->
                        assertThat(Math.abs(Double.parseDouble(number))).isCloseTo(0.957504024, within(1e-9)));
        start(3, -2);
        fixture.await("it is followed", () -> words().equals("It comes to rest"));
        int last = BenchFixture.onWindow(() -> column(1, "x").size()) - 1;
        assertThat(Double.parseDouble(BenchFixture.onWindow(() -> column(1, "x").get(last))))
                .isCloseTo(0.957504024, within(1e-9));
        assertThat(Double.parseDouble(BenchFixture.onWindow(() -> column(1, "y").get(last))))
                .isCloseTo(-0.957504024, within(1e-9));
        robot.push(KeyCode.ENTER);
        fixture.await("a point is chosen", () -> words().startsWith("stable point: |\u03bb| 0.1664"));
        robot.clickOn("basins");
        fixture.await(
                "four basins are found",
                () -> view(LivePhase.class)
                        .model()
                        .pictureProperty()
                        .get()
                        .portrait()
                        .filter(portrait -> portrait.attractors().size() == 4)
                        .isPresent());
        fixture.picture("phase-memories");
    }

    @Test
    void aTurningNetworkIsTimed() throws IOException {
        double cos = 1.1 * Math.cos(Math.PI / 6);
        double sin = 1.1 * Math.sin(Math.PI / 6);
        open("tanh", 2, cos, -sin, sin, cos);
        start(4, 0);
        fixture.await("it turns", () -> words().startsWith("It turns and never repeats, 12.02 steps a turn"));
        fixture.picture("phase-turning");
    }

    @Test
    void chaosIsCalledByItsExponent() throws IOException {
        open("logistic", 2, -27, 27, -135, 135);
        start(1, 1);
        fixture.await("it is chaos", () -> words().startsWith("Chaos: differences grow 1.6"));
        assertThat(words()).contains("(Lyapunov exponent 0.4");
        fixture.picture("phase-chaos");
    }

    @Test
    void oneUnitIsAMapOfItsNumber() throws IOException {
        open("tanh", 1, 2);
        assertThat(subtitle()).startsWith("3 fixed points, 2 stable");
        start(-2, 0);
        fixture.await("it falls", () -> words().equals("It comes to rest"));
        fixture.picture("phase-one");
    }

    @Test
    void aNetworkThatCarriesNothingSaysSo() throws IOException {
        openExperiment("""
            {"name": "Flat", "task": {"kind": "parity", "length": 8}, "model": {"kind": "feed-forward"},
             "training": {"batch": 5, "updates": 10, "testSequences": 5}}
            """, "Flat");
        robot.push(KeyCode.ALT, KeyCode.P);
        fixture.await(
                "it says so",
                () -> robot.lookup(".phase-view").tryQuery().isPresent()
                        && words().contains("carries nothing from one step to the next"));
    }
}
