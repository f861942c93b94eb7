package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.sequence.Movements;
import unroll.app.sequence.MovementsView;
import unroll.app.view.live.LiveControl;

/** Somebody moves the target of a network that learned to move an arm, and pushes it, by mouse and by keys. */
class LiveControlTest extends BenchTest {
    /** How near the target a small network holds the hand, m. */
    private static final double NEAR = 0.02;

    private static final int UPDATES = 400;

    /** In some seconds it learns to reach, and to hold against pushes. */
    @BeforeEach
    void openAnArmThatLearned() throws IOException {
        openExperiment("""
            {"name": "Arm",
             "task": {"kind": "reaching", "box": 0.05, "delay": 2, "longestDelay": 2, "disturbance": 0.05, "noise": 0,
                      "length": 50, "hold": 20},
             "model": {"kind": "rnn", "hidden": 40, "activation": "tanh"},
             "initialisation": {"kind": "spectral-radius", "radius": 1, "inputScale": 1, "incoming": 40, "outputScale": 0},
             "optimiser": {"kind": "adam", "learningRate": [[0, 0.005], [250, 0.001]], "clip": 1},
             "training": {"batch": 40, "updates": %d, "testSequences": 40, "testEvery": 200},
             "backend": {"threads": 1}}
            """.formatted(UPDATES), "Arm");
        robot.push(KeyCode.ALT, KeyCode.L);
        fixture.await("it is seen", () -> seen(LiveControl.NAME));
        trainFor(UPDATES);
        startOver();
    }

    private void startOver() {
        BenchFixture.doOnWindow(() -> fixture.run("live.again"));
        fixture.await("it is at rest", () -> !movements().tracks().isEmpty());
    }

    private LiveControl live() {
        return view(LiveControl.class);
    }

    private Movements movements() {
        return live().model().movementsProperty().get();
    }

    private Movements.Track track() {
        List<Movements.Track> tracks = movements().tracks();
        return tracks.getFirst();
    }

    private Point2D tip() {
        double[] corners = track().corners()[track().disturbed().length];
        return new Point2D(corners[corners.length - 2], corners[corners.length - 1]);
    }

    private Point2D goal() {
        return new Point2D(track().goal()[0], track().goal()[1]);
    }

    private Point2D onScreen(Point2D place) {
        return BenchFixture.onWindow(() -> {
            Node hand = robot.lookup(".live-hand").query();
            MovementsView view = (MovementsView) hand.getParent().lookup(".movements-view");
            return view.localToScreen(view.pointAt(place));
        });
    }

    @Test
    void theHandFollowsTheTargetThatIsDragged() {
        Point2D from = BenchFixture.onWindow(this::goal);
        Point2D to = from.add(0.035, 0.02);
        robot.moveTo(onScreen(from))
                .press(MouseButton.PRIMARY)
                .moveTo(onScreen(to))
                .release(MouseButton.PRIMARY);
        fixture.await("the target is there", () -> goal().distance(to) < 0.002);
        fixture.await("the hand is, too", () -> tip().distance(to) < NEAR);
        fixture.picture("live-led");
        BenchFixture.doOnWindow(() -> fixture.run("live.undo"));
        fixture.await("the target is where it was", () -> goal().distance(from) < 1e-9);
        fixture.await("the hand comes back", () -> tip().distance(from) < NEAR);
    }

    @Test
    void theHandComesBackAfterAPushThatCanBeUndoneAndMadeAgain() {
        fixture.await("it rests", () -> tip().distance(goal()) < NEAR);
        Point2D rest = BenchFixture.onWindow(this::tip);
        robot.moveTo(onScreen(goal().add(-0.08, -0.06)))
                .press(MouseButton.PRIMARY)
                .moveBy(90, 0);
        fixture.await("it is pushed", () -> track().disturbed()[track().disturbed().length - 1]);
        fixture.picture("live-pushed");
        robot.release(MouseButton.PRIMARY);
        fixture.await("it is let go", () -> !track().disturbed()[track().disturbed().length - 1]);
        fixture.await("it comes back", () -> tip().distance(goal()) < NEAR);
        BenchFixture.doOnWindow(() -> fixture.run("live.go"));
        BenchFixture.doOnWindow(() -> fixture.run("live.undo"));
        fixture.await("as if nobody had pushed", () -> {
            boolean any = false;
            for (boolean pushed : track().disturbed()) {
                any |= pushed;
            }
            return !any && tip().distance(rest) < NEAR;
        });
        BenchFixture.doOnWindow(() -> fixture.run("live.replay"));
        BenchFixture.doOnWindow(() -> fixture.run("live.go"));
        fixture.await("pushed again", () -> track().disturbed()[track().disturbed().length - 1]);
    }

    @Test
    void largeTextAndASmallWindowLeaveTheMovementRoom() {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(700);
        });
        fixture.settle();
        fixture.picture("live-small");
        BenchFixture.doOnWindow(() -> {
            while (fixture.theme.textSizeProperty().get() < 200) {
                fixture.theme.larger();
            }
        });
        fixture.settle();
        fixture.picture("live-large");
        assertThat(BenchFixture.onWindow(
                        () -> robot.lookup(".live-hand").queryAs(Region.class).getHeight()))
                .as("height of the plane, in points")
                .isGreaterThan(60);
        BenchFixture.doOnWindow(fixture.theme::normal);
    }

    @Test
    void arrowKeysMoveTheTargetAndPushWithShift() {
        Point2D from = BenchFixture.onWindow(this::goal);
        BenchFixture.doOnWindow(() -> robot.lookup(".live-hand").query().requestFocus());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.UP);
        fixture.await("the target moved", () -> goal().getX() > from.getX() + 0.005 && goal().getY() > from.getY());
        robot.press(KeyCode.SHIFT).press(KeyCode.LEFT);
        fixture.await("it is pushed", () -> track().disturbed()[track().disturbed().length - 1]);
        robot.release(KeyCode.LEFT).release(KeyCode.SHIFT);
        fixture.await("it is let go", () -> !track().disturbed()[track().disturbed().length - 1]);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        fixture.await("all is undone", () -> goal().distance(from) < 1e-9);
    }
}
