package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import unroll.app.chart.DecayData;
import unroll.app.chart.Trail;
import unroll.app.valley.Preset;
import unroll.app.valley.Setup;

/** Momentum in a valley as a person sees and drags it. */
class ValleyTest extends ValleyBench {
    @Test
    void theCardOfTheGalleryOpensIt() {
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(GalleryScreen.ID));
        fixture.await(
                "the card is there",
                () -> robot.lookup(".gallery-card-title").queryAllAs(Labeled.class).stream()
                        .anyMatch(title -> title.getText().equals("Momentum in a valley")));
        ButtonBase card = robot.lookup((Node node) -> node instanceof ButtonBase b
                        && String.valueOf(b.getAccessibleText()).startsWith("Momentum in a valley"))
                .query();
        assertThat(card.lookupAll(".trail-line")).as("its picture").hasSize(3);
        BenchFixture.doOnWindow(card::fire);
        assertThat(fixture.bench.shell().frontProperty().get()).isEqualTo(ValleyScreen.ID);
    }

    @Test
    void everyTrailBeginsAtTheStartAndHasAMarkForEachUpdate() {
        assertThat(BenchFixture.onWindow(() -> model.pictureProperty().get().trails()))
                .hasSize(3)
                .allSatisfy(trail -> {
                    assertThat(trail.x()).hasSize(setup().updates() + 1);
                    assertThat(trail.x()[0]).isEqualTo(setup().x());
                    assertThat(trail.y()[0]).isEqualTo(setup().y());
                });
        assertThat(BenchFixture.onWindow(() -> model.pictureProperty().get().trails()).stream()
                        .map(Trail::mark)
                        .distinct())
                .as("told apart without colours")
                .hasSize(3);
    }

    @Test
    void theStartIsDraggedAndTheTrailsFollowWhileTheMouseIsDown() {
        Setup before = setup();
        Bounds bounds = plot().localToScreen(plot().getBoundsInLocal());
        double scale = Math.min(bounds.getWidth() / 6, bounds.getHeight() / 4);
        robot.moveTo(bounds.getCenterX() - 2.6 * scale, bounds.getCenterY() - 1.4 * scale);
        robot.press(MouseButton.PRIMARY);
        robot.moveTo(bounds.getCenterX() + scale, bounds.getCenterY() + 0.5 * scale);
        fixture.settle();
        assertThat(setup().x()).isBetween(0.97, 1.03);
        assertThat(setup().y()).isBetween(-0.53, -0.47);
        assertThat(BenchFixture.onWindow(
                        () -> model.pictureProperty().get().trails().getFirst().x()[0]))
                .isEqualTo(setup().x());
        robot.release(MouseButton.PRIMARY);
        fixture.settle();
        Setup after = setup();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(setup()).as("one drag is one change").isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(setup()).isEqualTo(after);
    }

    @Test
    void theArrowKeysMoveTheStart() {
        double x = setup().x();
        double y = setup().y();
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(setup().x()).isEqualTo(Math.rint(100 * (x + 0.11)) / 100);
        assertThat(setup().y()).isEqualTo(Math.rint(100 * (y - 0.1)) / 100);
    }

    @Test
    void enterShowsOneUpdateAndSpacePlaysToTheEndAndRests() {
        int updates = setup().updates();
        assertThat(shown()).isEqualTo(updates);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertThat(shown()).isZero();
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.COMMA);
        assertThat(shown()).isEqualTo(1);
        BenchFixture.doOnWindow(() -> model.speedProperty().set(50));
        robot.push(KeyCode.SPACE);
        fixture.await("it grows", () -> model.shownProperty().get() > 5);
        assertThat(BenchFixture.onWindow(() -> model.distancesProperty().get()).lanes())
                .allSatisfy(lane -> assertThat(lane.curve().size()).isLessThanOrEqualTo(updates + 1));
        fixture.await("all is shown", () -> model.shownProperty().get() == updates);
        fixture.await("it rests", () -> !model.playingProperty().get());
    }

    @Test
    void theAxesStayWhileOnePlaysAndDragsUnlessAsked() {
        DecayData before = BenchFixture.onWindow(() -> model.distancesProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.ENTER);
        BenchFixture.doOnWindow(
                () -> fixture.screen(ValleyScreen.class).controller().moveStart(2.5, -1.4));
        DecayData after = BenchFixture.onWindow(() -> model.distancesProperty().get());
        assertThat(after.low()).isEqualTo(before.low());
        assertThat(after.high()).isEqualTo(before.high());
        assertThat(after.updates()).isEqualTo(before.updates());
        BenchFixture.doOnWindow(() -> {
            for (int i = 0; i < 3; i++) {
                fixture.screen(ValleyScreen.class).controller().moveStart(1, 0);
            }
        });
        robot.push(KeyCode.D);
        DecayData fitted = BenchFixture.onWindow(() -> model.distancesProperty().get());
        assertThat(fitted.lanes())
                .allSatisfy(lane -> assertThat(DoubleStream.of(lane.curve().y()))
                        .allMatch(distance ->
                                distance >= Math.pow(10, fitted.low()) && distance <= Math.pow(10, fitted.high())));
    }

    @Test
    void aNumberIsTypedOrSlidAndUndone() {
        TextField field = robot.lookup(
                        (Node node) -> node instanceof TextField && "Momentum \u03bc".equals(node.getAccessibleText()))
                .query();
        robot.interact(() -> {
            field.requestFocus();
            field.setText("0.5");
        });
        robot.push(KeyCode.ENTER);
        assertThat(setup().momentum()).isEqualTo(0.5);
        robot.interact(() -> {
            field.requestFocus();
            field.setText("1");
        });
        robot.push(KeyCode.ENTER);
        assertThat(setup().momentum()).as("refused").isEqualTo(0.5);
        Slider slider = robot.lookup(
                        (Node node) -> node instanceof Slider && "Momentum \u03bc".equals(node.getAccessibleText()))
                .query();
        robot.interact(slider::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(setup().momentum()).isGreaterThan(0.5).isLessThan(0.52);
        assertThat(setup().x())
                .as("the slider's own key")
                .isEqualTo(Preset.FIGURE.setup().x());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(setup()).isEqualTo(Preset.FIGURE.setup());
    }

    @Test
    void aMethodIsHiddenByItsKeyInThePictureAndAmongTheDistances() {
        robot.push(KeyCode.DIGIT1);
        fixture.settle();
        assertThat(plot().lookupAll(".trail-line")).hasSize(2);
        assertThat(BenchFixture.onWindow(() -> model.distancesProperty().get()).lanes())
                .hasSize(2);
    }

    @Test
    void whileItIsNotSeenNothingIsDrawnAndNothingPlays() {
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.SPACE);
        BenchFixture.doOnWindow(() -> fixture.bench.shell().show(GalleryScreen.ID));
        int shown = shown();
        var picture = BenchFixture.onWindow(() -> model.pictureProperty().get());
        BenchFixture.doOnWindow(
                () -> fixture.screen(ValleyScreen.class).controller().moveStart(0.5, 0));
        fixture.settle();
        assertThat(shown()).isEqualTo(shown);
        assertThat(BenchFixture.onWindow(() -> model.pictureProperty().get())).isSameAs(picture);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        fixture.await("it grows on", () -> model.shownProperty().get() > shown);
        assertThat(BenchFixture.onWindow(
                        () -> model.pictureProperty().get().trails().getFirst().x()[0]))
                .isEqualTo(setup().x());
    }
}
