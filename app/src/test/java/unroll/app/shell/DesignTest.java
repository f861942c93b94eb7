package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.design.DesignModel;
import unroll.app.design.Selection;
import unroll.app.view.weights.LiveWeights;
import unroll.engine.backend.Activation;
import unroll.engine.experiment.Experiment;
import unroll.engine.model.Cell;
import unroll.engine.model.Designed;
import unroll.engine.model.Plan;
import unroll.engine.model.PlanText;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;

/** A network is drawn by mouse and keys, trained, and gone back from. */
class DesignTest extends BenchTest {
    private DesignModel model;

    @BeforeEach
    void openTheDesign() throws IOException {
        openExperiment(SMALL, "Two small balls");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        model = fixture.screen(DesignScreen.class).model();
        fixture.await(
                "what it begins with", () -> model.prospectProperty().get().isPresent());
        fixture.settle();
    }

    private Experiment experiment() {
        return BenchFixture.onWindow(
                () -> fixture.train().history().valueProperty().get());
    }

    private Plan plan() {
        return experiment().model().plan().orElseThrow();
    }

    private static Plan plan(String layers, String links) {
        return PlanText.read(layers, links);
    }

    private Node box(String name) {
        return robot.lookup((Node node) -> node.getStyleClass().contains("plan-box")
                        && node.getOpacity() == 1
                        && node.isVisible()
                        && String.valueOf(node.getAccessibleText()).startsWith(name + ","))
                .query();
    }

    private Point2D middle(String name) {
        return BenchFixture.onWindow(() -> {
            Node box = box(name);
            return box.localToScreen(
                    box.getLayoutBounds().getCenterX(), box.getLayoutBounds().getCenterY());
        });
    }

    private void add(String part) {
        robot.clickOn((Node node) -> node instanceof Button button
                && button.getStyleClass().contains("palette-part")
                && button.getText().equals(part));
        fixture.settle();
    }

    private void type(String text) {
        robot.push(KeyCode.CONTROL, KeyCode.A).write(text).push(KeyCode.ENTER);
        fixture.settle();
    }

    private String refused() {
        return robot.lookup(".inspector-refusal").<Labeled>query().getText();
    }

    @Test
    void theArchitectureOfTheExperimentIsDrawnWithWhatItBeginsWith() {
        assertThat(plan()).isEqualTo(plan("h: tanh 10", "v > h, h > h @1, h > o"));
        assertThat(model.costProperty().get()).contains("1,464 parameters").contains("multiplications");
        assertThat(model.weights().weightsProperty().get().part()).isEqualTo("W_hh");
        assertThat(model.spectrum().eigenProperty().get().size()).isEqualTo(10);
        fixture.picture("design");
        robot.push(KeyCode.U);
        fixture.await(
                "it is unfolded",
                () -> robot.lookup((Node node) -> node instanceof Labeled label
                                && "t = 4".equals(label.getText())
                                && node.getOpacity() == 1)
                        .tryQuery()
                        .isPresent());
        fixture.picture("design-unfolded");
    }

    @Test
    void aTwoLayerNetworkIsDrawnByMouseAndTrained() {
        robot.clickOn(middle("h"));
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfLayer("h"));
        add("LSTM");
        assertThat(plan())
                .isEqualTo(plan(
                        "h: tanh 10, lstm: lstm 10", "v > h, h > h @1, h > o, h > lstm, lstm > lstm @1, lstm > o"));
        drag(box("input v"), middle("lstm"));
        fixture.settle();
        assertThat(plan().links()).contains(new Plan.Link("v", "lstm", 0));
        drag(box("lstm"), middle("h"));
        fixture.settle();
        assertThat(plan().links())
                .as("back in the same step would be a circle")
                .contains(new Plan.Link("lstm", "h", 1));
        fixture.picture("design-two-layers");
        assertThat(experiment().model()).isInstanceOf(Designed.class);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        fixture.await(
                "the run has taken it",
                () -> view(LiveWeights.class).model().weightsProperty().get() != null
                        && fixture.train()
                                        .controller()
                                        .experiment()
                                        .orElseThrow()
                                        .model()
                                instanceof Designed);
        trainFor(5);
        assertThat(training.updateProperty().get()).isGreaterThanOrEqualTo(5);
        fixture.picture("design-trained");
    }

    @Test
    void aKeyThatIsHeldAddsNoMoreLayersThanAreDrawn() {
        int before = plan().layers().size();
        robot.interact(() -> hold(20));
        fixture.settle();
        assertThat(plan().layers()).as("the window was not drawn meanwhile").hasSize(before + 1);
        robot.interact(() -> hold(1));
        fixture.settle();
        assertThat(plan().layers()).as("it was drawn").hasSize(before + 2);
        robot.push(KeyCode.DIGIT4).push(KeyCode.DIGIT4);
        fixture.settle();
        assertThat(plan().layers()).as("pressed twice").hasSize(before + 4);
    }

    /** What the key 4 sends while it is held down. */
    private void hold(int times) {
        for (int i = 0; i < times; i++) {
            Event.fireEvent(
                    fixture.stage.getScene(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "4", KeyCode.DIGIT4, false, false, false, false));
            Event.fireEvent(
                    fixture.stage.getScene(),
                    new KeyEvent(KeyEvent.KEY_TYPED, "4", "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    @Test
    void layersAreAddedRenamedResizedConnectedAndDeletedByKeys() {
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfLayer("o"));
        robot.push(KeyCode.DOWN);
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfLayer("h"));
        robot.push(KeyCode.F2);
        type("memory");
        assertThat(plan().layers().getFirst().name()).isEqualTo("memory");
        assertThat(refused()).isEmpty();
        robot.push(KeyCode.MINUS);
        assertThat(plan().layers().getFirst().units()).isEqualTo(8);
        robot.push(KeyCode.DIGIT4);
        fixture.settle();
        assertThat(plan().layers()).hasSize(2);
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfLayer("h"));
        robot.push(KeyCode.C).push(KeyCode.DOWN).push(KeyCode.ENTER);
        fixture.settle();
        assertThat(plan().links()).contains(new Plan.Link("h", "memory", 1));
        assertThat(model.selectionProperty().get()).isEqualTo(new Selection.OfLink(new Plan.Link("h", "memory", 1)));
        robot.push(KeyCode.F2);
        type("3");
        assertThat(plan().links()).contains(new Plan.Link("h", "memory", 3));
        fixture.picture("design-connection");
        robot.push(KeyCode.DELETE);
        assertThat(plan().links()).doesNotContain(new Plan.Link("h", "memory", 3));
        for (int i = 0; i < 6; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(experiment().model()).isEqualTo(new StandardRnn(10, Activation.TANH));
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Y);
        }
        assertThat(plan())
                .isEqualTo(plan(
                        "memory: tanh 8, h: tanh 8", "v > memory, memory > memory @1, memory > o, memory > h, h > o"));
    }

    @Test
    void whatIsTypedAndCannotBeIsRefusedInWordsAndTheDrawingStays() {
        robot.clickOn(middle("h"));
        Plan before = plan();
        robot.push(KeyCode.F2);
        type("o");
        assertThat(refused()).startsWith("o is the name");
        robot.push(KeyCode.F2);
        type("two words");
        assertThat(refused()).contains("two words").doesNotStartWith("layers");
        assertThat(plan()).isEqualTo(before);
        robot.push(KeyCode.F2);
        type("memory");
        assertThat(refused()).isEmpty();
        assertThat(plan().layers().getFirst().name()).isEqualTo("memory");
    }

    @Test
    void anImpossibleDrawingIsMarkedAndTheRunStaysAsItIs() {
        robot.clickOn(middle("h"));
        add("tanh");
        robot.clickOn((Node node) -> node instanceof Labeled label && "h2".equals(label.getText()));
        BenchFixture.doOnWindow(() -> {
            model.selectionProperty().set(new Selection.OfLink(new Plan.Link("h2", "o", 0)));
            fixture.screen(DesignScreen.class).controller().editor().delete();
        });
        fixture.settle();
        assertThat(model.drawingProperty().get().faults()).hasSize(1);
        assertThat(training.pendingProperty().get()).contains("No path leads from layer h2 to the output");
        assertThat(box("h2").getPseudoClassStates().toString()).contains("faulty");
        assertThat(box("h").getPseudoClassStates().toString()).doesNotContain("faulty");
        fixture.picture("design-impossible");
        drag(box("h2"), middle("output o"));
        fixture.settle();
        assertThat(training.pendingProperty().get()).isEmpty();
        fixture.await(
                "the run takes it",
                () -> fixture.train().controller().experiment().orElseThrow().model() instanceof Designed);
    }

    @Test
    void theTextIsTheSameExperimentAndCanBeChanged() {
        robot.push(KeyCode.J);
        fixture.settle();
        TextArea area = robot.lookup(".json").query();
        assertThat(area.getText()).contains("\"hidden\": 10");
        fixture.picture("design-text");
        BenchFixture.doOnWindow(() -> area.setText(area.getText().replace("\"hidden\": 10", "\"hiden\": 10")));
        robot.clickOn("Take it (Ctrl+Enter)");
        assertThat(model.refusalProperty().get()).contains("hiden");
        assertThat(area.getText()).as("what was typed stays").contains("hiden");
        BenchFixture.doOnWindow(() -> area.setText(area.getText()
                .replace("\"kind\": \"rnn\"", "\"kind\": \"lstm\"")
                .replace("\"hiden\": 10,", "\"hidden\": 4")
                .replaceAll("\"activation\": \"tanh\"", "")));
        robot.clickOn("Take it (Ctrl+Enter)");
        assertThat(model.refusalProperty().get()).isEmpty();
        assertThat(experiment().model()).isEqualTo(new StandardLstm(4));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        BenchFixture.doOnWindow(() -> model.writtenProperty().set(false));
        assertThat(model.drawingProperty().get().plan()).isEqualTo(plan("h: lstm 4", "v > h, h > h @1, h > o"));
    }

    @Test
    void whatIsNoPlanOfLayersIsShownWholeAndCanBeDrawnInstead() throws IOException {
        openExperiment(SMALL.replace("\"rnn\"", "\"mrnn\"").replace("Two small balls", "Multiplied"), "Multiplied");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await("it is drawn", () -> !model.drawingProperty().get().editable());
        fixture.settle();
        fixture.picture("design-whole");
        robot.clickOn("Draw instead");
        assertThat(plan()).isEqualTo(Plan.of(Cell.Ungated.TANH, 100));
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(DesignScreen.ID);
    }
}
