package unroll.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import unroll.app.view.perturb.ForkData;
import unroll.app.view.perturb.Perturbed;
import unroll.engine.perturb.Perturbation;
import unroll.engine.perturb.Response;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** A test by somebody who disturbs the network of a run that is open. */
abstract class PerturbBench extends BenchTest {
    static final String WAVES = """
        {"name": "Disturbed", "task": {"kind": "bouncing-balls", "balls": 2, "resolution": 8, "length": 50},
         "model": {"kind": "rnn", "hidden": 24},
         "initialisation": {"kind": "spectral-radius", "radius": 1.3, "inputScale": 0.1},
         "optimiser": {"kind": "nesterov", "learningRate": 0.001, "momentum": 0.9},
         "training": {"batch": 20, "updates": 100000, "testSequences": 30, "testEvery": 50},
         "backend": {"threads": 1}}
        """;

    @BeforeEach
    void openARun() throws IOException {
        openExperiment(WAVES, "Disturbed");
    }

    final Perturbed answer() {
        return fixture.train().perturb().model().answerProperty().get();
    }

    final ForkData fork() {
        return answer().fork();
    }

    final List<Perturbation> done() {
        return fixture.train().perturb().model().perturbationsProperty().get();
    }

    final void show() {
        robot.clickOn("Perturb");
        fixture.await(
                "it is shown",
                () -> fork().steps() == training.headProperty().get().steps());
    }

    final void mark(int step) {
        BenchFixture.doOnWindow(() -> cues().timeProperty().set(step - 1));
    }

    final void choose(String what, String label) {
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof ComboBox<?> box && what.equals(box.getAccessibleText()))
                .<ComboBox<String>>query()
                .setValue(label));
    }

    /** Types into a field of the row. */
    final void type(String field, String text) {
        robot.clickOn((Node node) ->
                node instanceof TextField box && field.equals(box.getAccessibleText()) && box.isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        robot.push(KeyCode.ENTER);
    }

    final void add() {
        int before = done().size();
        robot.clickOn("Add");
        fixture.await(
                "the network is disturbed",
                () -> done().size() == before + 1 && answer().refusals().size() == before + 1);
    }

    /** The answer of the engine itself for the run as it is saved. */
    final Response direct(List<Perturbation> perturbations) {
        saved();
        return Training.network(RunFolder.open(Path.of(training.folderProperty().get())))
                .respond(0, OptionalInt.empty(), perturbations);
    }
}
