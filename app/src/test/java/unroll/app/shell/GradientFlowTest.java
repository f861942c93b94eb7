package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.view.flow.FlowData;
import unroll.app.view.flow.FlowView;
import unroll.app.view.flow.LiveFlow;
import unroll.engine.probe.FlowProbe;
import unroll.engine.probe.Replica;
import unroll.engine.record.RunFolder;
import unroll.engine.run.Training;

/** The card of error signals beside a real run in the background. */
class GradientFlowTest extends BenchTest {
    private static final String ADDITION = """
        {"name": "Forty steps", "task": {"kind": "addition", "length": 40}, "model": {"kind": "rnn", "hidden": 30},
         "optimiser": {"kind": "gradient-descent", "learningRate": 0.001},
         "training": {"batch": 20, "updates": 1000000, "testSequences": 20, "testEvery": 1000},
         "backend": {"threads": 1}}
        """;

    @BeforeEach
    void openAnAddition() throws IOException {
        openExperiment(ADDITION, "Forty steps");
    }

    private FlowData flow() {
        return BenchFixture.onWindow(() -> view(LiveFlow.class).dataProperty().get());
    }

    private int rows() {
        return view(LiveFlow.class).dataProperty().get().past().rows().size();
    }

    private double[] errors() {
        return view(LiveFlow.class).dataProperty().get().error().y();
    }

    private boolean showing() {
        return robot.lookup((Node node) -> node instanceof FlowView).tryQuery().isPresent();
    }

    @Test
    void aKeyOpensTheCardAndItShowsTheNetworkAsItIs() {
        assertThat(showing()).isFalse();
        robot.push(KeyCode.G);
        fixture.await("the errors are there", () -> rows() == 1);
        assertThat(showing()).isTrue();
        assertThat(flow().words()).startsWith("At update 0: after ");
        assertThat(flow().stretch().largest().size()).isEqualTo(24);
        assertThat(robot.lookup(".card-tab:selected").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .containsExactly("Gradient flow");
        robot.clickOn("Hidden states");
        assertThat(showing()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("gradient flow");
        robot.push(KeyCode.ENTER);
        fixture.await("the palette opens it too", this::showing);
    }

    @Test
    void theWaterfallGrowsWhileItTrainsAndEndsWithTheNetworkThatRests() {
        robot.push(KeyCode.G);
        robot.push(KeyCode.SPACE);
        fixture.await("rows are added", () -> rows() > 8);
        pause();
        long update = BenchFixture.onWindow(() -> training.updateProperty().get());
        fixture.await(
                "the last network is shown",
                () -> view(LiveFlow.class).dataProperty().get().update() == update);
        fixture.await(
                "and followed",
                () -> view(LiveFlow.class)
                        .dataProperty()
                        .get()
                        .words()
                        .startsWith("At update " + String.format("%,d: ", update)));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        fixture.picture("gradient-flow-running");
        Path run = Path.of(training.folderProperty().get());
        fixture.await(
                "it is saved",
                () -> RunFolder.open(run).checkpoint().orElseThrow().update() == update);
        assertThat(flow().error().y())
                .as("what the terminal says of the saved run")
                .isEqualTo(new FlowProbe(0)
                        .answer(Training.network(RunFolder.open(run)))
                        .error());
        long before = -1;
        for (var row : flow().past().rows()) {
            assertThat(row.first()).isGreaterThan(before);
            before = row.last();
        }
    }

    @Test
    void aViewOpenedLateShowsThePastThatIsRemembered() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "states are remembered", () -> training.historyProperty().get().size() > 6);
        pause();
        fixture.settle();
        List<Long> remembered =
                BenchFixture.onWindow(() -> training.historyProperty().get());
        RunFolder folder = RunFolder.open(Path.of(training.folderProperty().get()));
        Replica network = Training.network(folder);
        for (int sequence = 0; sequence < 2; sequence++) {
            double[] before = BenchFixture.onWindow(this::errors);
            robot.push(sequence == 0 ? KeyCode.G : KeyCode.PAGE_DOWN);
            fixture.await(
                    "a row for each state", () -> !Arrays.equals(errors(), before) && rows() >= remembered.size());
            for (var row : flow().past().rows()) {
                if (!remembered.contains(row.first())) {
                    continue;
                }
                network.lookBack(folder, row.first());
                double[] error = new FlowProbe(sequence, false).answer(network).error();
                for (int t = 0; t < error.length; t++) {
                    assertThat((double) row.decades()[t]).isCloseTo(Math.log10(error[t]), within(1e-5));
                }
            }
        }
        fixture.picture("gradient-flow-remembered");
    }

    @Test
    void aClosedCardAsksNothing() {
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.seenUpdateProperty().get() > 20);
        assertThat(flow()).isSameAs(FlowData.EMPTY);
        robot.push(KeyCode.G);
        fixture.await("rows are added", () -> rows() > 2);
        robot.push(KeyCode.G);
        fixture.settle();
        FlowData seen = flow();
        long update = training.seenUpdateProperty().get();
        fixture.await(
                "the other views go on", () -> training.seenUpdateProperty().get() > update + 50);
        assertThat(flow()).isSameAs(seen);
    }

    @Test
    void eachSequenceHasItsOwnHistoryAndAResetBeginsAnew() {
        robot.push(KeyCode.G);
        robot.push(KeyCode.SPACE);
        fixture.await("rows are added", () -> rows() > 4);
        pause();
        fixture.settle();
        FlowData first = flow();
        robot.push(KeyCode.PAGE_DOWN);
        fixture.await(
                "another sequence", () -> !Arrays.equals(errors(), first.error().y()));
        robot.push(KeyCode.PAGE_UP);
        fixture.await(
                "the first again, with all rows",
                () -> rows() >= first.past().rows().size()
                        && Arrays.equals(errors(), first.error().y()));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        fixture.await(
                "it begins anew",
                () -> training.updateProperty().get() == 0
                        && rows() == 1
                        && view(LiveFlow.class).dataProperty().get().update() == 0);
    }

    @Test
    void nothingIsClippedInTheSmallestWindowNorInLargeText() {
        robot.push(KeyCode.G);
        fixture.await("the errors are there", () -> rows() == 1);
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("gradient-flow-small");
        BenchFixture.doOnWindow(() -> {
            Node view = robot.lookup((Node node) -> node instanceof FlowView).query();
            for (Node part : view.lookupAll(".label")) {
                if (part.isVisible()
                        && part instanceof Labeled label
                        && !part.getStyleClass().contains("readout")) {
                    var bounds = view.sceneToLocal(part.localToScene(part.getLayoutBounds()));
                    assertThat(bounds.getMinX()).as(label.getText()).isGreaterThanOrEqualTo(-1);
                    assertThat(bounds.getMaxX())
                            .as(label.getText())
                            .isLessThanOrEqualTo(view.getLayoutBounds().getWidth() + 1);
                    assertThat(bounds.getMaxY())
                            .as(label.getText())
                            .isLessThanOrEqualTo(view.getLayoutBounds().getHeight() + 4);
                }
            }
        });
    }
}
