package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import unroll.app.address.NodeAddress;
import unroll.app.tour.Tour;

/** Somebody opens the workbench for the first time. */
class TourTest extends BenchTest {
    @Override
    void startAgain() {
        super.startAgain();
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() >= 2);
        fixture.settle();
    }

    private void beNew() throws IOException {
        fixture.close();
        Files.writeString(folder.resolve("preferences.json"), "{}");
        startAgain();
    }

    private int at() {
        return fixture.bench.tour().tour().atProperty().get();
    }

    private Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Bounds target() {
        NodeAddress address = fixture.bench.tour().tour().step().orElseThrow().target();
        return bounds(fixture.bench.nodes().find(address).seen().orElseThrow());
    }

    private Bounds of(String style) {
        return bounds(robot.lookup(style).query());
    }

    /** The ring lies around what is spoken of, and the bubble is in the window and covers nothing of it. */
    private void pointsRightly(String when) {
        fixture.settle();
        BenchFixture.doOnWindow(() -> {
            Bounds target = target();
            Bounds ring = of(".tour-ring");
            assertThat(ring.contains(target))
                    .as(when + ": ring " + ring + " around " + target)
                    .isTrue();
            assertThat(ring.getWidth() - target.getWidth()).as(when).isBetween(6.0, 12.0);
            Bounds bubble = of(".tour-bubble");
            assertThat(fixture.stage.getScene().getRoot().getLayoutBounds().contains(bubble))
                    .as(when + ": bubble " + bubble)
                    .isTrue();
            assertThat(bubble.intersects(target))
                    .as(when + ": " + bubble + " over " + target)
                    .isFalse();
        });
    }

    private void leavesTheSequenceSeen() {
        BenchFixture.doOnWindow(() -> assertThat(of(".tour-bubble").intersects(bounds(card("Test sequence"))))
                .as("the bubble over the test sequence")
                .isFalse());
    }

    private void train() {
        robot.push(KeyCode.SPACE);
        fixture.await("it trains", () -> training.updateProperty().get() > 0);
        robot.push(KeyCode.SPACE);
        fixture.await("it rests", () -> !training.runningProperty().get());
    }

    @Test
    void newcomersAreShownAroundByKeysAndOnlyOnce() throws IOException {
        beNew();
        assertThat(at()).isZero();
        pointsRightly("a card");
        fixture.picture("tour-1");
        robot.push(KeyCode.RIGHT);
        fixture.await("the first example is open", () -> training.openProperty().get());
        pointsRightly("play");
        fixture.picture("tour-2");
        robot.push(KeyCode.ENTER);
        assertThat(at()).as("it waits until somebody trains").isEqualTo(1);
        assertThat(training.updateProperty().get()).as("Enter was for the tour").isZero();
        train();
        robot.push(KeyCode.ENTER);
        pointsRightly("the loss");
        leavesTheSequenceSeen();
        fixture.picture("tour-3");
        robot.push(KeyCode.RIGHT);
        pointsRightly("hidden states");
        leavesTheSequenceSeen();
        fixture.picture("tour-4");
        robot.push(KeyCode.LEFT);
        assertThat(at()).isEqualTo(2);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT);
        pointsRightly("commands");
        fixture.picture("tour-5");
        robot.push(KeyCode.RIGHT);
        assertThat(at()).isEqualTo(Tour.OFF);
        startAgain();
        assertThat(at()).isEqualTo(Tour.OFF);
    }

    @Test
    void whoSkipsIsNotAskedAgainAndMayLookLater() throws IOException {
        beNew();
        robot.push(KeyCode.ESCAPE);
        assertThat(at()).isEqualTo(Tour.OFF);
        startAgain();
        assertThat(at()).isEqualTo(Tour.OFF);
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.write("show me around");
        robot.push(KeyCode.ENTER);
        assertThat(at()).isZero();
        robot.clickOn("Skip");
        assertThat(at()).isEqualTo(Tour.OFF);
    }

    @Test
    void whatLiesBelowCanBeUsedMeanwhile() throws IOException {
        beNew();
        robot.clickOn("Reversal");
        fixture.await("the run is open", () -> training.nameProperty().get().equals("Reversal"));
        assertThat(at()).as("the first step is done").isEqualTo(1);
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(TrainingScreen.ID);
        train();
        robot.clickOn("Next");
        assertThat(at()).isEqualTo(2);
    }

    @Test
    void ringAndBubbleFollowWindowAndText() throws IOException {
        beNew();
        robot.push(KeyCode.RIGHT);
        fixture.await("the first example is open", () -> training.openProperty().get());
        train();
        robot.push(KeyCode.RIGHT);
        pointsRightly("as it is");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1100);
            fixture.stage.setHeight(700);
        });
        pointsRightly("a smaller window");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
        });
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        }
        pointsRightly("larger text");
        fixture.picture("tour-large");
    }
}
