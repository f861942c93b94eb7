package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.chart.Heatmap;
import unroll.app.control.RowTable;
import unroll.app.dock.Arrangement;
import unroll.app.dock.Side;
import unroll.app.edit.History;
import unroll.app.sequence.Film;
import unroll.app.view.dreams.LiveDreams;
import unroll.app.view.fields.Fields;
import unroll.app.view.fields.LiveFields;
import unroll.app.view.hidden.LiveHidden;
import unroll.app.view.histograms.Histograms;
import unroll.app.view.histograms.LiveHistograms;
import unroll.app.view.histograms.Look;
import unroll.app.view.spectrum.Eigen;
import unroll.app.view.spectrum.LiveSpectrum;
import unroll.app.view.trajectories.LiveTrajectories;
import unroll.app.view.trajectories.Trajectories;
import unroll.app.view.units.LiveUnits;
import unroll.app.view.units.Units;
import unroll.app.view.weights.LiveWeights;
import unroll.app.view.weights.WeightMatrix;
import unroll.engine.record.RunFolder;
import unroll.engine.task.ThrownBalls;

/** Weights, eigenvalues and hidden trajectories beside a real run in the background. */
class InsideViewsTest extends BenchTest {
    private static final String ADDITION = """
        {"name": "Look inside", "task": {"kind": "addition", "length": 30}, "model": {"kind": "rnn", "hidden": 24},
         "initialisation": {"kind": "spectral-radius", "radius": 1.1, "inputScale": 0.5},
         "optimiser": {"kind": "nesterov", "learningRate": 0.01, "momentum": 0.9},
         "training": {"batch": 20, "updates": 100000, "testSequences": 30, "testEvery": 50},
         "backend": {"threads": 1}}
        """;

    private static final String BALLS = """
        {"name": "Look for balls",
         "task": {"kind": "bouncing-balls", "balls": 1, "resolution": 6, "length": 20, "radius": 1.2},
         "model": {"kind": "rtrbm", "hidden": 30}, "initialisation": {"kind": "normal", "deviation": 0.01},
         "optimiser": {"kind": "momentum", "learningRate": 0.001, "momentum": 0.9},
         "training": {"batch": 1, "updates": 1000, "testSequences": 2, "testEvery": 50}, "backend": {"threads": 1}}
        """;

    @BeforeEach
    void openAnAddition() throws IOException {
        openExperiment(ADDITION, "Look inside");
    }

    private WeightMatrix weights() {
        return view(LiveWeights.class).model().weightsProperty().get();
    }

    private Eigen eigen() {
        return view(LiveSpectrum.class).model().eigenProperty().get();
    }

    private Trajectories trajectories() {
        return view(LiveTrajectories.class).answerProperty().get();
    }

    @Test
    void theWeightsAreThoseThatTheRunSaves() {
        robot.clickOn("Weights");
        makeTen();
        fixture.await("they are shown", () -> weights().update() == 10);
        assertThat(weights().part()).isEqualTo("W_hh");
        var tensors = RunFolder.open(Path.of(training.folderProperty().get()))
                .checkpoint()
                .orElseThrow()
                .tensors();
        double[] saved = Objects.requireNonNull(tensors.get("W_hh")).numbers();
        for (int i = 0; i < saved.length; i++) {
            assertThat(weights().numbers().values()[i]).isEqualTo((float) saved[i]);
        }
        fixture.picture("weights");
        robot.interact(() -> robot.lookup(
                        (Node node) -> node instanceof ComboBox<?> box && "Matrix".equals(box.getAccessibleText()))
                .<ComboBox<String>>query()
                .setValue("W_hv"));
        fixture.await("another matrix", () -> weights().part().equals("W_hv"));
        assertThat(weights().numbers().columns()).isEqualTo(2);
        fixture.picture("weights-numbers");
    }

    @Test
    void unitsAreToldOneByOneAndOneIsChosenInAllViews() {
        fixture.await(
                "states are shown",
                () -> view(LiveHidden.class).statesProperty().get().rows() == 24);
        BenchFixture.doOnWindow(() -> {
            History<Arrangement> views = fixture.train().arrangement();
            views.apply("Units beside", views.valueProperty().get().beside("units", "hidden", Side.RIGHT));
        });
        makeTen();
        fixture.await(
                "they are told",
                () -> view(LiveUnits.class).answerProperty().get().update() == 10);
        List<Units.Row> rows = view(LiveUnits.class).answerProperty().get().rows();
        assertThat(rows).hasSize(24);
        assertThat(rows)
                .allMatch(row -> row.follows().matches("(input|output) .* [+\u2212]0\\.\\d\\d|.* [+\u2212]1\\.00"));
        Heatmap states = robot.lookup(".heatmap").queryAllAs(Heatmap.class).stream()
                .filter(map -> view(LiveHidden.class)
                        .statesProperty()
                        .get()
                        .equals(map.matrixProperty().get()))
                .findFirst()
                .orElseThrow();
        BenchFixture.doOnWindow(() -> states.pointedProperty().set(4));
        Optional<Units.Row> chosen = BenchFixture.onWindow(() -> unitTable().chosen());
        assertThat(chosen.orElseThrow().number()).isEqualTo(5);
        BenchFixture.doOnWindow(() -> unitTable().chooseRow(7));
        assertThat(states.pointedProperty().get()).isEqualTo(7);
        fixture.settle();
        fixture.picture("units");
        Node mark = states.lookup(".marked-row");
        assertThat(mark.isVisible()).isTrue();
        assertThat(mark.getBoundsInParent().getWidth()).isGreaterThan(200);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(seen(LiveUnits.NAME)).as("out of sight").isFalse();
    }

    @Test
    void receptiveFieldsAreThoseOfTheRunAndOfTheUnitThatIsChosenAnywhere() throws IOException {
        assertThat(view(LiveFields.class).applies().getValue())
                .as("an addition has no pictures")
                .isFalse();
        openExperiment(BALLS, "Look for balls");
        assertThat(view(LiveFields.class).applies().getValue()).isTrue();
        robot.push(KeyCode.ALT, KeyCode.F);
        makeTen();
        fixture.await("they are shown", () -> fields().update() == 10);
        double[] saved = Objects.requireNonNull(
                        RunFolder.open(Path.of(training.folderProperty().get()))
                                .checkpoint()
                                .orElseThrow()
                                .tensors()
                                .get("W"))
                .numbers();
        for (int i = 0; i < saved.length; i++) {
            assertThat(fields().pictures().values()[i]).isEqualTo((float) saved[i]);
        }
        BenchFixture.doOnWindow(() -> robot.lookup(".picture-grid").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        assertThat(cues().unitProperty().get()).isEqualTo(1);
        fixture.picture("fields");
        robot.write("<");
        fixture.await("it looks back", () -> fields().update() == 0);
        assertThat(fields().pictures().values()).isNotEqualTo(saved);
    }

    private Film dreams() {
        return view(LiveDreams.class).model().filmProperty().get();
    }

    @Test
    void aBallIsThrownByDraggingAndByKeysAndTheNetworkDreamsOn() throws IOException {
        openExperiment(BALLS, "Look for balls");
        robot.push(KeyCode.ALT, KeyCode.D);
        fixture.await("a test sequence goes before", () -> dreams().strips().size() == 4);
        assertThat(dreams().strips().getFirst().caption()).isEqualTo("truth");
        assertThat(dreams().strips().get(1).frames()[15])
                .isNotEqualTo(dreams().strips().get(2).frames()[15]);
        Bounds box = BenchFixture.onWindow(() -> {
            Node frame = robot.lookup(".throwing-hand").query().getParent().lookup(".film-frame");
            return frame.localToScreen(frame.getBoundsInLocal());
        });
        BenchFixture.doOnWindow(() -> fixture.run("dreams.empty"));
        assertThat(thrown()).isEmpty();
        fixture.await("it is dark", () -> dreams().strips().getFirst().caption().equals("thrown"));
        robot.moveTo(box.getCenterX(), box.getCenterY());
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(box.getMaxX(), box.getCenterY());
        robot.release(MouseButton.PRIMARY);
        ThrownBalls.Ball dragged = thrown().getFirst();
        assertThat(dragged.x()).isCloseTo(5, within(0.2));
        assertThat(dragged.y()).isCloseTo(5, within(0.2));
        assertThat(dragged.right()).as("half the box in ten frames").isCloseTo(0.5, within(0.05));
        assertThat(dragged.down()).isCloseTo(0, within(0.02));
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.UP);
        }
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        assertThat(thrown()).hasSize(2);
        assertThat(thrown().getLast()).isEqualTo(new ThrownBalls.Ball(5, 2.5, -0.05, 0.05));
        fixture.await(
                "they go before", () -> dreams().strips().getFirst().caption().equals("thrown"));
        float[][] own = view(LiveDreams.class)
                .model()
                .thrownProperty()
                .get()
                .orElseThrow()
                .film(19);
        fixture.await(
                "both are in the film",
                () -> Arrays.deepEquals(dreams().strips().getFirst().frames(), own));
        int given = cues().freeRunFromProperty().get();
        for (Film.Strip dream : dreams().strips().subList(1, 4)) {
            assertThat(Arrays.copyOf(dream.frames(), given)).isDeepEqualTo(Arrays.copyOf(own, given));
        }
        fixture.picture("dreams");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        assertThat(thrown()).as("there is a ball in the middle already").hasSize(2);
    }

    /** The one ball of the test sequence is in one half; the other one has room. */
    @Test
    void aBallIsThrownInBesideThoseOfTheTestSequence() throws IOException {
        openExperiment(BALLS, "Look for balls");
        robot.push(KeyCode.ALT, KeyCode.D);
        fixture.await("a test sequence goes before", () -> dreams().strips().size() == 4);
        float[] before = dreams().strips().getFirst().frames()[0];
        double left = 0;
        double all = 0;
        for (int pixel = 0; pixel < before.length; pixel++) {
            left += pixel % 6 < 3 ? before[pixel] : 0;
            all += before[pixel];
        }
        boolean right = left > all / 2;
        for (int i = 0; i < 7; i++) {
            BenchFixture.doOnWindow(() -> robot.lookup(".throwing-hand").query().requestFocus());
            robot.push(right ? KeyCode.RIGHT : KeyCode.LEFT);
        }
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        assertThat(thrown()).hasSize(2);
        fixture.await(
                "it goes before", () -> dreams().strips().getFirst().caption().equals("thrown"));
        float[] after = dreams().strips().getFirst().frames()[0];
        double light = 0;
        for (int pixel = 0; pixel < before.length; pixel++) {
            assertThat(after[pixel]).isGreaterThanOrEqualTo(before[pixel]);
            light += after[pixel];
        }
        assertThat(light).as("of two balls").isBetween(1.5 * all, 2.5 * all);
        BenchFixture.doOnWindow(() -> fixture.run("dreams.clear"));
        fixture.await(
                "the test sequence goes before",
                () -> dreams().strips().getFirst().caption().equals("truth"));
        assertThat(dreams().strips().getFirst().frames()[0]).isEqualTo(before);
    }

    private List<ThrownBalls.Ball> thrown() {
        return view(LiveDreams.class)
                .model()
                .thrownProperty()
                .get()
                .map(ThrownBalls::balls)
                .orElse(List.of());
    }

    private Fields fields() {
        return view(LiveFields.class).model().fieldsProperty().get();
    }

    private RowTable<Units.Row> unitTable() {
        return robot.lookup((Node node) ->
                        node instanceof RowTable<?> table && !table.tables().isEmpty())
                .<RowTable<Units.Row>>query();
    }

    @Test
    void theSpectrumIsThatOfTheInitialisationAndMovesInTime() {
        robot.clickOn("Spectrum");
        fixture.await("it is shown", () -> eigen().spectrum().size() == 24);
        assertThat(eigen().spectrum().radius()).isCloseTo(1.1, within(1e-5));
        makeTen();
        makeTen();
        fixture.await("it follows", () -> eigen().update() == 20);
        double later = eigen().spectrum().radius();
        assertThat(later).isNotCloseTo(1.1, within(1e-5));
        assertThat(view(LiveSpectrum.class).model().radiusProperty().get().x()).contains(0, 20);
        fixture.picture("spectrum");
        robot.write("<");
        robot.write("<");
        fixture.await("it looks back", () -> eigen().update() == 0);
        assertThat(eigen().spectrum().radius()).isCloseTo(1.1, within(1e-5));
    }

    @Test
    void aSpectrumOpenedLateHasTheRadiiOfAllRememberedStates() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "states are remembered", () -> training.historyProperty().get().size() > 6);
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !training.runningProperty().get());
        fixture.settle();
        Double[] remembered = BenchFixture.onWindow(() ->
                training.historyProperty().get().stream().map(Long::doubleValue).toArray(Double[]::new));
        robot.clickOn("Spectrum");
        fixture.await(
                "all are drawn",
                () -> view(LiveSpectrum.class).model().radiusProperty().get().size() >= remembered.length);
        assertThat(view(LiveSpectrum.class).model().radiusProperty().get().x()).contains(remembered);
    }

    private List<Look> looks() {
        return view(LiveHistograms.class).model().pastProperty().get();
    }

    @Test
    void histogramsOpenedLateHaveAllRememberedStatesOfWeightsAndGradients() {
        robot.push(KeyCode.SPACE);
        fixture.await(
                "states are remembered", () -> training.historyProperty().get().size() > 6);
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !training.runningProperty().get());
        fixture.settle();
        List<Long> remembered = BenchFixture.onWindow(
                () -> List.copyOf(training.historyProperty().get()));
        robot.push(KeyCode.ALT, KeyCode.H);
        fixture.await("all are drawn", () -> looks().size() >= remembered.size());
        assertThat(looks().stream().map(Look::update)).isSorted().containsAll(remembered);
        RunFolder run = RunFolder.open(Path.of(training.folderProperty().get()));
        for (long update : remembered) {
            Look look = looks().stream()
                    .filter(one -> one.update() == update)
                    .findFirst()
                    .orElseThrow();
            double[] saved = Objects.requireNonNull(
                            run.remembered(update).tensors().get("W_hh"))
                    .numbers()
                    .clone();
            Arrays.sort(saved);
            double place = 0.84 * (saved.length - 1);
            double share = place - Math.floor(place);
            assertThat(look.weights().percentiles()[3])
                    .as("84 %% at update %d", update)
                    .isCloseTo(
                            (1 - share) * saved[(int) place] + share * saved[(int) place + 1], within(1e-6)); // float
            assertThat(look.gradients().numbers()).isEqualTo(saved.length);
            assertThat(look.gradients().percentiles()[0]).isNegative();
            assertThat(look.gradients().percentiles()[4]).isPositive();
        }
        fixture.settle();
        fixture.picture("histograms");
        BenchFixture.doOnWindow(() -> view(LiveHistograms.class).model().choose("W_hv"));
        fixture.await(
                "another matrix, with its past",
                () -> shown().part().equals("W_hv") && looks().size() >= remembered.size());
        assertThat(looks()).allMatch(look -> look.weights().numbers() == 48);
    }

    private Histograms shown() {
        return view(LiveHistograms.class).model().nowProperty().get();
    }

    @Test
    void aNetworkWithoutASquareRecurrentMatrixHasNoSpectrum() throws IOException {
        assertThat(fixture.can("view.spectrum")).isTrue();
        openExperiment(
                ADDITION.replace("Look inside", "Factors")
                        .replace("\"rnn\", \"hidden\": 24", "\"mrnn\", \"hidden\": 24, \"factors\": 7"),
                "Factors");
        assertThat(fixture.can("view.spectrum")).isFalse();
        assertThat(robot.lookup("Spectrum").tryQuery()).as("its tab").isEmpty();
        openExperiment(ADDITION.replace("Look inside", "Again"), "Again");
        assertThat(fixture.can("view.spectrum")).isTrue();
        assertThat(robot.lookup("Spectrum").tryQuery()).as("its tab").isPresent();
    }

    @Test
    void trajectoriesKeepTheirAxesUntilOthersAreAskedFor() {
        robot.clickOn("Trajectories");
        fixture.await("they are shown", () -> !trajectories().projected().isEmpty());
        Trajectories first = trajectories();
        assertThat(first.projected()).hasSize(24);
        assertThat(first.projected().getFirst().x())
                .hasSize(training.headProperty().get().steps());
        assertThat(first.axes().principal().shares()[0])
                .isGreaterThan(first.axes().principal().shares()[1])
                .isLessThan(1);
        makeTen();
        fixture.await("they follow", () -> trajectories().update() == 10);
        assertThat(trajectories().axes().update()).isZero();
        assertThat(trajectories().axes().reach()).isEqualTo(first.axes().reach());
        assertThat(trajectories().projected().getFirst().x())
                .isNotEqualTo(first.projected().getFirst().x());
        fixture.picture("trajectories");
        robot.write("<");
        fixture.await("they look back", () -> trajectories().update() == 0);
        assertThat(trajectories().projected().getFirst().x())
                .as("the same axes, the same network, the same way")
                .isEqualTo(first.projected().getFirst().x());
        robot.push(KeyCode.N);
        robot.clickOn("New axes");
        fixture.await("new axes", () -> trajectories().axes().update() == 10);
    }

    @Test
    void whileTheyAreNotSeenNothingIsAskedForThem() {
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.seenUpdateProperty().get() > 50);
        pause();
        assertThat(weights()).isSameAs(WeightMatrix.NONE);
        assertThat(eigen()).isSameAs(Eigen.NONE);
        assertThat(trajectories()).isSameAs(Trajectories.NONE);
        assertThat(looks()).isEmpty();
    }
}
