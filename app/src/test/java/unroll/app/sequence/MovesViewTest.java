package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import unroll.app.Alone;
import unroll.app.Screens;
import unroll.app.chart.Ink;
import unroll.engine.motion.Skeleton;
import unroll.engine.motion.Vector;

class MovesViewTest {
    private static final Skeleton SKELETON = new Skeleton(List.of(
            new Skeleton.Joint("hip", Skeleton.NOTHING, new Vector(0, 0, 0)),
            new Skeleton.Joint("foot", 0, new Vector(0, -1, 0)),
            new Skeleton.Joint("hand", 0, new Vector(1, 0, 0))));

    private final FxRobot robot = new FxRobot();
    private MovesView view;

    /** Somebody who goes along z with a hand stretched out along x, one unit a step. */
    private static Moves moves() {
        List<Vector[]> truth = new ArrayList<>();
        List<Vector[]> free = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            truth.add(body(0, t));
            free.add(body(t, 0));
        }
        return new Moves(
                SKELETON,
                List.of(
                        new Moves.Scene(
                                "truth and prediction",
                                List.of(
                                        new Moves.Body("truth", Ink.QUIET, truth),
                                        new Moves.Body("prediction", Ink.MAIN, truth))),
                        new Moves.Scene("free run", List.of(new Moves.Body("free run", Ink.SECOND, free)))));
    }

    private static Vector[] body(double x, double z) {
        return new Vector[] {new Vector(x, 1, z), new Vector(x, 0, z), new Vector(x + 0.5, 1, z)};
    }

    @BeforeEach
    void showMoves() throws Exception {
        view = Alone.shown(420, 300, MovesView::new);
        robot.interact(() -> view.movesProperty().set(moves()));
    }

    private Image picture(String name) {
        Image[] image = new Image[1];
        robot.interact(() -> image[0] = view.snapshot(null, null));
        Screens.write(name, image[0]);
        return image[0];
    }

    /** Pixels whose colour is nearer to orange than to anything else there. */
    private static long orange(Image image) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = image.getPixelReader().getColor(x, y);
                count += colour.getRed() - colour.getBlue() > 0.4 ? 1 : 0;
            }
        }
        return count;
    }

    /** The way over the floor is longer later; the figure is as large as before, for the eye goes along. */
    @Test
    void theWayIsDrawnAsFarAsItWasGone() {
        robot.interact(() -> view.eyeProperty().set(new Eye(0, 0.6)));
        long first = orange(picture("moves-first"));
        robot.interact(() -> view.timeProperty().set(2));
        long later = orange(picture("moves"));
        assertThat(first).isGreaterThan(50);
        assertThat(later).isGreaterThan(first + 15).isLessThan(3 * first);
    }

    @Test
    void draggingAndKeysTurnTheFigureAndHomeTurnsItBack() {
        robot.drag(view, MouseButton.PRIMARY).moveBy(40, 10).drop();
        assertThat(view.eyeProperty().get()).isNotEqualTo(Eye.FIRST);
        assertThat(view.isFocused()).isTrue();
        robot.type(KeyCode.HOME);
        assertThat(view.eyeProperty().get()).isEqualTo(Eye.FIRST);
        robot.type(KeyCode.RIGHT, KeyCode.UP);
        Eye turned = view.eyeProperty().get();
        assertThat(turned.turn()).isGreaterThan(Eye.FIRST.turn());
        assertThat(turned.above()).isGreaterThan(Eye.FIRST.above());
        robot.type(KeyCode.LEFT, KeyCode.DOWN);
        assertThat(view.eyeProperty().get().turn())
                .isCloseTo(Eye.FIRST.turn(), org.assertj.core.api.Assertions.within(1e-9));
    }

    /** What a network predicts whose numbers have ended. */
    @Test
    void aBodyThatIsNowhereIsNotDrawn() {
        Vector nowhere = new Vector(Double.NaN, Double.NaN, Double.NaN);
        List<Vector[]> lost = List.of(body(0, 0), new Vector[] {nowhere, nowhere, nowhere});
        Moves.Body body = new Moves.Body("free run", Ink.SECOND, lost);
        robot.interact(() -> {
            view.movesProperty().set(new Moves(SKELETON, List.of(new Moves.Scene("", List.of(body)))));
            view.timeProperty().set(1);
        });
        assertThat(orange(picture("moves-lost"))).isLessThan(60);
    }

    @Test
    void whereAllJointsAreIsATable() {
        assertThat(moves().steps()).isEqualTo(8);
        assertThat(moves().columns()).hasSize(3 * 3 * 3);
        assertThat(moves().columns().get(2).head()).isEqualTo("truth, hip z");
        assertThat(moves().columns().get(2).cell().apply(5)).isEqualTo("5.0");
    }
}
