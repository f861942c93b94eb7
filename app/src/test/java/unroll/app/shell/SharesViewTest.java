package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.app.view.WeightPlace;
import unroll.engine.model.Layout.Slot;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** The gradient of a weight as a sum over time, looked at by a person. */
class SharesViewTest extends BenchTest {
    @BeforeEach
    void openARun() throws IOException {
        openExperiment("""
            {"name": "Uses", "task": {"kind": "addition", "length": 20}, "model": {"kind": "rnn", "hidden": 4},
             "initialisation": {"kind": "orthogonal"},
             "training": {"batch": 5, "updates": 1000, "testSequences": 5},
             "backend": {"precision": "double", "threads": 1}}
            """, "Uses");
        robot.push(KeyCode.ALT, KeyCode.S);
        fixture.await("they are shown", () -> !table().isEmpty());
        fixture.settle();
    }

    private List<Table> table() {
        return ((Tabled) robot.lookup(".shares-view").query()).tables();
    }

    private double last(int column) {
        Table now = BenchFixture.onWindow(this::table).getFirst();
        return Double.parseDouble(now.cell(now.rows() - 1, column));
    }

    private void shows(String part, int row, int column) {
        String head = part + " " + (part.startsWith("b") ? "" : (row + 1) + "\u2190") + (column + 1);
        fixture.await(
                "its shares", () -> table().getFirst().columns().get(1).head().equals("dL/d " + head + " of the step"));
        saved();
        Replica replica = Training.network(
                RunFolder.open(Path.of(training.folderProperty().get())));
        Slot slot = replica.parts().stream()
                .filter(found -> found.name().equals(part))
                .findFirst()
                .orElseThrow();
        double gradient = replica.gradient(slot, 1)[row * slot.columns() + column];
        assertThat(last(2)).as("the sum of all").isCloseTo(gradient, within(1e-12));
    }

    @Test
    void theSharesOfAChosenWeightAddUpToItsGradient() {
        shows("W_hh", 0, 0);
        fixture.picture("shares");
        robot.interact(() -> robot.lookup((Node node) -> node instanceof ComboBox<?> box
                        && "Matrix or bias".equals(box.getAccessibleText())
                        && box.isVisible())
                .<ComboBox<String>>query()
                .setValue("W_hv"));
        shows("W_hv", 0, 0);
        robot.clickOn((Node node) ->
                node instanceof TextField field && "to".equals(field.getAccessibleText()) && field.isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("3").push(KeyCode.ENTER);
        shows("W_hv", 2, 0);
        assertThat(cues().weightProperty().get()).isEqualTo(new WeightPlace("W_hv", 2, 0));
        BenchFixture.doOnWindow(() -> cues().weightProperty().set(new WeightPlace("b_h", 0, 3)));
        shows("b_h", 0, 3);
        fixture.picture("shares-bias");
    }
}
