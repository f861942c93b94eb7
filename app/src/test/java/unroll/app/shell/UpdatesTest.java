package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.chart.GaugeData;
import unroll.app.view.update.LiveUpdate;
import unroll.app.view.update.UpdateData;
import unroll.app.view.update.UpdateView;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.SettingsJson;

/** The inside of updates watched as a person watches it: with a real Hessian-free run in the background. */
class UpdatesTest extends BenchTest {
    private static Experiment experiment(String optimiser, int hidden) {
        return SettingsJson.read(Experiment.class, """
            {"name": "Short memory", "task": {"kind": "memorisation", "delay": 12},
             "model": {"kind": "rnn", "hidden": %d},
             "initialisation": {"kind": "spectral-radius", "inputScale": 0.1},
             "optimiser": %s,
             "training": {"batch": 40, "updates": 1000, "testSequences": 20, "testEvery": 5},
             "backend": {"threads": 1}}
            """.formatted(hidden, optimiser), "test");
    }

    private void step(int updates) {
        long to = training.updateProperty().get() + updates;
        BenchFixture.doOnWindow(() -> fixture.train().controller().step(updates));
        fixture.await(
                "the updates are made",
                () -> training.updateProperty().get() == to
                        && !training.runningProperty().get());
        fixture.settle();
    }

    private UpdateView view() {
        return robot.lookup(".update-view").query();
    }

    private boolean seen() {
        return robot.lookup(".update-view").tryQuery().isPresent();
    }

    private UpdateData data() {
        return BenchFixture.onWindow(
                () -> view(LiveUpdate.class).model().dataProperty().get());
    }

    private static final String HESSIAN_FREE = "{\"kind\": \"hessian-free\", \"cgIterations\": 60}";

    @Test
    void anOptimiserThatTellsNothingHasNoSuchView() {
        open(experiment("{\"kind\": \"nesterov\"}", 10));
        step(2);
        assertThat(seen()).isFalse();
        assertThat(data()).isEqualTo(UpdateData.EMPTY);
    }

    @Test
    void everyOptimiserThatTellsOfItselfHasIt() {
        for (String kind : List.of("hessian-free", "augmented-hessian-free", "krylov-descent")) {
            open(experiment("{\"kind\": \"" + kind + "\"}", 10));
            step(3);
            fixture.await(
                    "it is there",
                    () -> view(LiveUpdate.class).model().dataProperty().get().shown() == 3);
            assertThat(seen()).as(kind).isTrue();
            assertThat(data().inner().quadratic().size()).as(kind).isGreaterThan(1);
            assertThat(data().gauges()).as(kind).isNotEmpty().allSatisfy(gauge -> {
                assertThat(gauge.curve().x()).containsExactly(1, 2, 3);
                assertThat(gauge.help()).isNotBlank();
            });
            assertThat(data().words()).startsWith("Update 3");
        }
    }

    /** A Boltzmann machine is followed by its free-energy gap; its updates have no iterations, and none are missed. */
    @Test
    void whatHasNoIterationsHasRoomForItsCurves() throws IOException {
        openExperiment("""
            {"name": "Dreams", "task": {"kind": "bouncing-balls", "balls": 1, "resolution": 6, "length": 20, "radius": 2},
             "model": {"kind": "rnn-rbm", "memory": 5, "hidden": 6}, "initialisation": {"kind": "normal"},
             "optimiser": {"kind": "momentum", "learningRate": 0.001},
             "training": {"batch": 5, "updates": 100, "testSequences": 5, "testEvery": 5}}
            """, "Dreams");
        step(3);
        fixture.await(
                "it is there",
                () -> view(LiveUpdate.class).model().dataProperty().get().shown() == 3);
        assertThat(data().gauges())
                .extracting(GaugeData::name)
                .containsExactly("free-energy gap", "reconstruction error");
        assertThat(data().words()).startsWith("Update 3").endsWith("evaluations");
        fixture.picture("update-machine");
        assertThat(robot.lookup(".inner-chart").<Node>query().isVisible()).isFalse();
        for (Node gauge : robot.lookup(".update-view .gauge-chart").queryAll()) {
            assertThat(BenchFixture.onWindow(() -> gauge.getLayoutBounds().getWidth()))
                    .isGreaterThan(BenchFixture.onWindow(() -> 0.9 * view().getWidth()));
        }
    }

    @Test
    void theIterationsAreSeenWhileTheUpdateIsMade() {
        open(experiment("""
            {"kind": "hessian-free", "cgIterations": 9000, "damping": 1e-12, "structural": 0, "tolerance": 0}\
            """, 60));
        AtomicInteger most = new AtomicInteger();
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("they grow", () -> {
            UpdateData now = view(LiveUpdate.class).model().dataProperty().get();
            int before = most.get();
            boolean live = now.shown() == 1 && training.updateProperty().get() == 0;
            most.set(live ? now.inner().quadratic().size() : 0);
            return before > 1 && most.get() > before;
        });
        assertThat(data().inner().taken()).as("not known before the end").isEmpty();
        BenchFixture.doOnWindow(() -> fixture.train().controller().playOrPause());
        fixture.await("it is given up", () -> !training.runningProperty().get());
    }

    @Test
    void whoLooksBackInTrainingTimeSeesTheUpdateThatLedThere() {
        open(experiment(HESSIAN_FREE, 20));
        step(3);
        step(3);
        fixture.await("it remembers", () -> training.historyProperty().get().contains(3L));
        robot.write("<");
        fixture.await("it looks back", () -> training.seenUpdateProperty().get() == 3);
        fixture.await(
                "so does the view",
                () -> view(LiveUpdate.class).model().dataProperty().get().shown() == 3);
        assertThat(data().words()).startsWith("Update 3");
        robot.push(KeyCode.N);
        fixture.await(
                "now again",
                () -> view(LiveUpdate.class).model().dataProperty().get().shown() == 6);
    }

    @Test
    void aClickOnTheMultiplesAndTheArrowKeysChooseAnUpdateToSeeAgain() {
        open(experiment(HESSIAN_FREE, 20));
        step(10);
        UpdateData newest = data();
        assertThat(newest.shown()).isEqualTo(10);
        Node gauge = robot.lookup(".gauge-chart").query();
        Bounds bounds = gauge.localToScreen(gauge.getBoundsInLocal());
        double middle = bounds.getMinX() + 44 + (bounds.getWidth() - 60) / 2; // update 5 of 10, by numbers 44 wide
        robot.clickOn(middle, bounds.getCenterY());
        assertThat(view(LiveUpdate.class).model().chosenProperty().get()).isEqualTo(5);
        UpdateData fifth = data();
        assertThat(fifth.shown()).isEqualTo(5);
        assertThat(fifth.inner().quadratic().y())
                .isNotEqualTo(newest.inner().quadratic().y());
        assertThat(fifth.inner().taken().orElseThrow()).isIn(fifth.inner().kept());
        assertThat(fifth.words()).startsWith("Update 5").contains("CG stop");
        robot.push(KeyCode.RIGHT);
        assertThat(data().shown()).isEqualTo(6);
        step(1);
        assertThat(data().shown()).as("stays").isEqualTo(6);
        robot.push(KeyCode.HOME);
        assertThat(data().shown()).isEqualTo(1);
        robot.push(KeyCode.LEFT);
        assertThat(data().shown()).isEqualTo(1);
        robot.push(KeyCode.END);
        assertThat(data().shown()).isEqualTo(11);
        ToggleButton follow = robot.lookup(
                        (Node node) -> node instanceof ToggleButton t && "newest".equals(t.getText()))
                .query();
        robot.clickOn(follow);
        assertThat(view(LiveUpdate.class).model().chosenProperty().get()).isEqualTo(11);
        robot.clickOn(follow);
        assertThat(view(LiveUpdate.class).model().chosenProperty().get()).isZero();
    }

    @Test
    void aReopenedRunShowsTheUpdatesOfItsPast() {
        open(experiment(HESSIAN_FREE, 20));
        step(4);
        UpdateData before = data();
        Path run = Path.of(BenchFixture.onWindow(() -> training.folderProperty().get()));
        BenchFixture.doOnWindow(
                () -> view(LiveUpdate.class).model().chosenProperty().set(2));
        UpdateData second = data();
        open(experiment("{\"kind\": \"nesterov\"}", 10));
        assertThat(seen()).isFalse();
        BenchFixture.doOnWindow(() -> fixture.train().controller().open(RunFolder.open(run)));
        fixture.await("it is open", () -> training.updateProperty().get() == 4);
        fixture.settle();
        assertThat(data().words()).isEqualTo(before.words());
        assertThat(data().shown()).isEqualTo(4);
        assertThat(data().inner().kept()).isEqualTo(before.inner().kept());
        BenchFixture.doOnWindow(
                () -> view(LiveUpdate.class).model().chosenProperty().set(2));
        assertThat(data().inner().taken()).isEqualTo(second.inner().taken());
        assertThat(data().inner().quadratic().y())
                .isEqualTo(second.inner().quadratic().y());
    }

    @Test
    void whileItIsNotSeenNothingIsDrawnOfIt() {
        open(experiment(HESSIAN_FREE, 10));
        step(2);
        UpdateData before = data();
        ButtonBase maximise = robot.lookup(
                        (Node node) -> node instanceof ButtonBase b && "Maximise Loss".equals(b.getAccessibleText()))
                .query();
        BenchFixture.doOnWindow(maximise::fire);
        step(2);
        assertThat(data()).isSameAs(before);
        BenchFixture.doOnWindow(maximise::fire);
        assertThat(data().shown()).isEqualTo(4);
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(GalleryScreen.ID));
        before = data();
        step(1);
        assertThat(data()).isSameAs(before);
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(TrainingScreen.ID));
        assertThat(data().shown()).isEqualTo(5);
    }

    @Test
    void inASmallWindowAndWithLargeTextNothingLeavesTheCard() {
        open(experiment(HESSIAN_FREE, 20));
        step(12);
        fixture.picture("update");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.settle();
        inside();
        fixture.picture("update-small");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
            view(LiveUpdate.class).model().chosenProperty().set(7);
        });
        fixture.settle();
        inside();
        fixture.picture("update-large");
        BenchFixture.doOnWindow(() -> {
            fixture.theme.normal();
            ButtonBase maximise = robot.lookup((Node node) ->
                            node instanceof ButtonBase b && "Maximise Update".equals(b.getAccessibleText()))
                    .query();
            maximise.fire();
        });
        fixture.settle();
        inside();
        assertThat(BenchFixture.onWindow(() -> view().getWidth())).isGreaterThan(700);
        fixture.picture("update-maximised");
    }

    /** Each part that is seen lies in the view, has a size, and no two multiples share a place. */
    private void inside() {
        BenchFixture.doOnWindow(() -> {
            Scene scene = fixture.stage.getScene();
            Bounds whole = view().localToScene(view().getLayoutBounds());
            assertThat(scene.getRoot().getLayoutBounds().contains(whole)).isTrue();
            List<Node> parts = view().getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .toList();
            double font = parts.stream()
                    .filter(Label.class::isInstance)
                    .map(part -> ((Label) part).getFont().getSize())
                    .findFirst()
                    .orElseThrow();
            assertThat(parts).as("all multiples, or the first two").hasSize(whole.getWidth() >= 35 * font ? 6 : 4);
            for (Node part : parts) {
                Bounds bounds = part.localToScene(part.getLayoutBounds());
                assertThat(whole.contains(bounds)).as(part + " in " + whole).isTrue();
                assertThat(bounds.getHeight())
                        .as(part.toString())
                        .isGreaterThanOrEqualTo(part instanceof Label ? 13 : 60);
                assertThat(bounds.getWidth()).as(part.toString()).isGreaterThan(100);
            }
            for (int i = 0; i < parts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Bounds first = parts.get(i).getBoundsInParent();
                    Bounds second = parts.get(j).getBoundsInParent();
                    boolean apart = first.getMinX()
                                    >= second.getMinX()
                                            + parts.get(j).getLayoutBounds().getWidth()
                            || second.getMinX()
                                    >= first.getMinX()
                                            + parts.get(i).getLayoutBounds().getWidth()
                            || parts.get(i).getLayoutY()
                                    >= parts.get(j).getLayoutY()
                                            + parts.get(j).getLayoutBounds().getHeight()
                            || parts.get(j).getLayoutY()
                                    >= parts.get(i).getLayoutY()
                                            + parts.get(i).getLayoutBounds().getHeight();
                    assertThat(apart).as(parts.get(i) + " and " + parts.get(j)).isTrue();
                }
            }
        });
    }
}
