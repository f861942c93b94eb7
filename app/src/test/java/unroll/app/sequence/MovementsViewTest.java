package unroll.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import unroll.app.Alone;
import unroll.app.Screens;
import unroll.app.chart.Ink;

class MovementsViewTest {
    private static final int STEPS = 10;

    private final FxRobot robot = new FxRobot();
    private MovementsView view;

    @BeforeEach
    void showNothing() throws Exception {
        view = Alone.shown(420, 300, MovementsView::new);
    }

    /** A stick of one metre whose tip goes {@code far} to the right, pushed from a step on. */
    private static Movements.Track track(String name, Ink ink, double far, int pushed) {
        double[][] corners = new double[STEPS + 1][];
        for (int t = 0; t <= STEPS; t++) {
            corners[t] = new double[] {0, 0, far * t / STEPS, 1};
        }
        boolean[] disturbed = new boolean[STEPS];
        for (int t = pushed; t < STEPS; t++) {
            disturbed[t] = true;
        }
        return new Movements.Track(name, ink, corners, disturbed, new double[] {0.2, 1});
    }

    private Image shown(Movements.Track... tracks) {
        Image[] image = new Image[1];
        robot.interact(() -> {
            view.movementsProperty().set(new Movements(List.of(tracks), new double[0], Movements.NONE.numbers()));
            view.timeProperty().set(STEPS - 1);
        });
        robot.interact(() -> {
            view.layout();
            image[0] = view.snapshot(null, null);
        });
        Screens.write("movements", image[0]);
        return image[0];
    }

    /** Pixels whose colour is nearer to orange than to anything else there. */
    private static long orange(Image image) {
        return count(image, colour -> colour.getRed() - colour.getBlue());
    }

    private static long blue(Image image) {
        return count(image, colour -> colour.getBlue() - colour.getRed());
    }

    private static long count(Image image, ToDoubleFunction<Color> more) {
        long count = 0;
        for (int y = 30; y < image.getHeight(); y++) { // below the legend
            for (int x = 0; x < image.getWidth(); x++) {
                count += more.applyAsDouble(image.getPixelReader().getColor(x, y)) > 0.3 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void whereSomethingPushesTheWayHasAnotherColour() {
        Movements.Track plan = track("plan", Ink.QUIET, 0.2, STEPS);
        long alone = orange(shown(plan, track("network", Ink.MAIN, 0.2, STEPS)));
        long pushed = orange(shown(plan, track("network", Ink.MAIN, 0.2, 4)));
        assertThat(alone).isZero();
        assertThat(pushed).isGreaterThan(20);
    }

    /** Numbers over {@link #STEPS} steps, more than five strips of them. */
    private static Channels numbers() {
        float[] values = new float[STEPS];
        Channel channel = new Channel("elbow, rad", values, values, values);
        return new Channels(Collections.nCopies(6, channel), List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({"230, 130, false", "640, 300, true", "300, 700, true", "300, 300, false"})
    void numbersAreSeenWhereThereIsRoomToReadThem(double width, double height, boolean seen) {
        Movements.Track network = track("network", Ink.MAIN, 0.2, 4);
        List<Bounds> parts = new ArrayList<>();
        boolean[] shown = new boolean[1];
        robot.interact(() -> {
            view.movementsProperty().set(new Movements(List.of(network), new double[0], numbers()));
            view.resize(width, height);
            view.layout();
            shown[0] = view.lookup(".series-view").isVisible();
            view.getChildren().stream().filter(Node::isVisible).forEach(part -> parts.add(part.getBoundsInParent()));
        });
        assertThat(shown[0]).isEqualTo(seen);
        assertThat(parts).isNotEmpty().allSatisfy(part -> {
            assertThat(part.getMinX()).isGreaterThanOrEqualTo(-0.5);
            assertThat(part.getMaxX()).isLessThanOrEqualTo(width + 0.5);
        });
    }

    @Test
    void whatIsSeenFollowsThePlanAndNotANetworkThatRunsAway() {
        Movements.Track plan = track("plan", Ink.QUIET, 0.2, STEPS);
        MovementPlot plot = new MovementPlot(false);
        plot.show(new Movements(
                List.of(plan, track("network", Ink.MAIN, 0.2, STEPS)), new double[0], Movements.NONE.numbers()));
        var near = plot.seen();
        plot.show(new Movements(
                List.of(plan, track("network", Ink.MAIN, 1e6, STEPS)), new double[0], Movements.NONE.numbers()));
        assertThat(plot.seen()).isEqualTo(near);
        assertThat(near.getWidth()).isBetween(0.2, 0.6);
    }

    @Test
    void aMovementThatLeavesTheFiniteNumbersIsDrawnAsFarAsItGoes() {
        Movements.Track lost = track("network", Ink.MAIN, 0.2, STEPS);
        lost.corners()[5] = new double[] {0, 0, Double.NaN, Double.NaN};
        long whole = blue(shown(track("network", Ink.MAIN, 0.2, STEPS)));
        assertThat(blue(shown(lost))).isPositive().isLessThan(whole);
    }

    @Test
    void tablesNameEveryMovement() {
        Movements one = new Movements(
                List.of(track("plan", Ink.QUIET, 1, STEPS), track("network", Ink.MAIN, 1, STEPS)),
                new double[0],
                Movements.NONE.numbers());
        assertThat(one.columns())
                .extracting(column -> column.head())
                .containsExactly("plan, tip x (m)", "plan, tip y (m)", "network, tip x (m)", "network, tip y (m)");
        assertThat(one.steps()).isEqualTo(STEPS);
    }
}
