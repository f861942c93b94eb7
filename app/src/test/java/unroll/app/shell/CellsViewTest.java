package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Bands;
import unroll.app.sequence.BandsView;
import unroll.engine.anatomy.Anatomy;
import unroll.engine.anatomy.UnitGroup;
import unroll.engine.perturb.HeldGate;
import unroll.engine.perturb.Perturbation;
import unroll.engine.probe.AnatomyProbe;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** Gates and layers of networks over time, looked at and held by a person. */
class CellsViewTest extends BenchTest {
    private void open(String model) throws IOException {
        openExperiment("""
            {"name": "Cells of %d", "task": {"kind": "addition", "length": 10}, "model": %s,
             "training": {"batch": 5, "updates": 1000, "testSequences": 5}, "backend": {"threads": 1}}
            """.formatted(model.length(), model.replace('\'', '"')), "Cells of " + model.length());
        if (!seen("cells")) {
            robot.push(KeyCode.ALT, KeyCode.C);
        }
        fixture.await("it is shown", () -> !names().isEmpty());
        fixture.settle();
    }

    private BandsView view() {
        return robot.lookup(".bands-view").query();
    }

    private List<Bands.Band> bands() {
        return view().bandsProperty().get().all();
    }

    private List<String> names() {
        return bands().stream().flatMap(band -> band.rows().stream()).toList();
    }

    private float at(String name, int step) {
        return bands().stream()
                .filter(band -> band.rows().contains(name))
                .map(band -> band.cells().at(band.rows().indexOf(name), step))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String what, String name) {
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof ComboBox<?> box && what.equals(box.getAccessibleText()))
                .<ComboBox<String>>query()
                .setValue(name));
        fixture.settle();
    }

    private List<Perturbation> done() {
        return fixture.train().perturb().model().perturbationsProperty().get();
    }

    private UnitGroup direct(String symbol, List<Perturbation> perturbations) {
        saved();
        Anatomy anatomy = new AnatomyProbe(0, perturbations, 256)
                .answer(Training.network(
                        RunFolder.open(Path.of(training.folderProperty().get()))));
        return anatomy.parts().stream()
                .filter(part -> part.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private void shows(String name, UnitGroup group, int unit) {
        for (int t = 0; t < group.values().length; t++) {
            assertThat(at(name, t)).isEqualTo((float) group.values()[t][unit]);
        }
    }

    @Test
    void theGatesOfACellAreShownAndHeld() throws IOException {
        open("{'kind': 'lstm', 'hidden': 5}");
        assertThat(names()).containsExactly("o1", "f1", "i1", "g1", "(tanh c)1", "c1", "h1");
        BenchFixture.doOnWindow(() -> cues().unitProperty().set(3));
        fixture.settle();
        assertThat(names()).startsWith("o4", "f4");
        shows("f4", direct("f", List.of()), 3);
        shows("c4", direct("c", List.of()), 3);
        fixture.picture("cells");
        choose("Rows", "c");
        assertThat(names()).containsExactly("c1", "c2", "c3", "c4", "c5");
        shows("c3", direct("c", List.of()), 2);
        choose("Rows", "one cell");
        BenchFixture.doOnWindow(() -> {
            cues().timeProperty().set(4);
            view().pointedProperty().set(1);
        });
        robot.clickOn("hold row");
        fixture.await("it is ready", () -> seen("perturb"));
        robot.clickOn("Add");
        HeldGate held = new HeldGate("f", 4, 5, 5, 1);
        assertThat(done()).containsExactly(held);
        fixture.await("it is held", () -> at("f4", 4) == 1);
        shows("c4", direct("c", List.of(held)), 3);
        fixture.picture("cells-held");
        robot.push(KeyCode.U);
        assertThat(done()).isEmpty();
    }

    @Test
    void everyLayerOfADeepNetworkIsReached() throws IOException {
        open("{'kind': 'deep-rnn', 'hidden': 4, 'layers': 3}");
        assertThat(names()).as("what other views show").containsExactly("h3.1", "h3.2", "h3.3", "h3.4");
        choose("Layer", "h1");
        assertThat(names()).containsExactly("h1.1", "h1.2", "h1.3", "h1.4");
        shows("h1.4", direct("h1", List.of()), 3);
        open("{'kind': 'gru', 'hidden': 3}");
        assertThat(names()).as("gates of another network").contains("r1", "z1", "n1", "h1");
    }
}
