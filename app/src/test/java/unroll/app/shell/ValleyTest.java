package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.app.chart.DecayData;
import unroll.app.chart.Trail;
import unroll.app.chart.ValleyPlot;
import unroll.app.valley.Preset;
import unroll.app.valley.Setup;
import unroll.app.valley.ValleyModel;

/** Momentum in a valley as a person sees and drags it. */
class ValleyTest extends BenchTest {
    private ValleyModel model;

    @BeforeEach
    void openScreen() {
        model = fixture.screen(ValleyScreen.class).model();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        fixture.settle();
    }

    private Setup setup() {
        return BenchFixture.onWindow(() -> model.setupProperty().get());
    }

    private int shown() {
        return BenchFixture.onWindow(() -> model.shownProperty().get());
    }

    private ValleyPlot plot() {
        return robot.lookup(".valley-plot").query();
    }

    private void take(Preset preset) {
        BenchFixture.doOnWindow(
                () -> fixture.screen(ValleyScreen.class).controller().take(preset));
    }

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
    void whatDivergesLeavesThePictureByAnArrowAndIsSaid() {
        take(Preset.FIGURE);
        fixture.settle();
        assertThat(plot().lookupAll(".trail-leaving")).isEmpty();
        assertThat(BenchFixture.onWindow(() -> model.troubleProperty().get())).isEmpty();
        take(Preset.DIVERGENCE);
        fixture.settle();
        assertThat(plot().lookupAll(".trail-leaving")).hasSize(2);
        assertThat(BenchFixture.onWindow(() -> model.troubleProperty().get()))
                .startsWith("Gradient descent and Nesterov diverge: \u03b5\u03bb = 2.10 is beyond")
                .contains("Out of the picture: Descent at update")
                .doesNotContain("Momentum", "Out of the numbers");
        BenchFixture.doOnWindow(() -> {
            Setup s = setup0();
            fixture.screen(ValleyScreen.class)
                    .controller()
                    .history()
                    .apply("far", new Setup(s.first(), 10, 0, 10, 0.9, 300, s.x(), s.y()));
        });
        fixture.settle();
        assertThat(BenchFixture.onWindow(() -> model.troubleProperty().get()))
                .contains("Out of the numbers: Descent after ");
        assertThat(plot().lookupAll(".trail-leaving")).hasSize(3);
        fixture.picture("valley-numbers");
    }

    private Setup setup0() {
        return model.setupProperty().get();
    }

    @Test
    void theKeysOfThisScreenAreShownAndInALowWindowTheyScroll() {
        robot.push(KeyCode.F1);
        fixture.settle();
        assertThat(groups()).contains("MOMENTUM IN A VALLEY", "WINDOW").doesNotContain("TRAINING", "VIEWS");
        fixture.picture("valley-keys");
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.settle();
        Bounds sheet = BenchFixture.onWindow(() -> {
            Node node = fixture.stage.getScene().lookup(".keys-sheet");
            return node.localToScene(node.getLayoutBounds());
        });
        assertThat(sheet.getMaxY()).isLessThanOrEqualTo(fixture.stage.getScene().getHeight());
        robot.push(KeyCode.DOWN);
        ScrollPane scroll = robot.lookup(".keys-sheet .scroll-pane").query();
        assertThat(scroll.getVvalue()).isGreaterThan(0);
        assertThat(setup()).as("the sheet's own key").isEqualTo(Preset.FIGURE.setup());
        fixture.picture("valley-keys-small");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        robot.push(KeyCode.F1);
        assertThat(groups()).doesNotContain("MOMENTUM IN A VALLEY");
    }

    private List<String> groups() {
        return robot.lookup(".keys-sheet .section-title").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void theoryIsSaidOfEachMethodAlongEachDirection() {
        assertThat(numbers())
                .as("\u03bc and what remains: 1 - 0.006, sqrt 0.95, sqrt(0.95 * 0.994); 0.4, sqrt 0.95, sqrt(0.95"
                        + " * 0.4)")
                .containsExactly(
                        "", "0.994", "0.950", "0.975", "0.944", "0.972", "", "0.400", "0.950", "0.975", "0.380",
                        "0.616");
        BenchFixture.doOnWindow(
                () -> fixture.screen(ValleyScreen.class).controller().take(Preset.DIVERGENCE));
        assertThat(robot.lookup(".theory-motion").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText))
                .as("2 pi / acos of 1.695 / 1.789, of 1.611 / 1.692 and of -0.3 / 1.789")
                .containsExactly("straight", "swings in 19", "swings in 20", "diverges", "swings in 3.6", "diverges");
    }

    private List<String> numbers() {
        return robot.lookup(".theory-number").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
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

    @Test
    void inASmallWindowAndWithLargeTextNothingIsCutOff() {
        fixture.picture("valley");
        readable();
        for (Preset preset : Preset.ALL) {
            take(preset);
            fixture.picture("valley-" + preset.label().toLowerCase(Locale.ROOT).replace(' ', '-'));
            readable();
        }
        BenchFixture.doOnWindow(() -> {
            fixture.screen(ValleyScreen.class).controller().take(Preset.FIGURE);
            fixture.screen(ValleyScreen.class).controller().reset();
            fixture.screen(ValleyScreen.class).controller().step(4);
            model.stepShownProperty().set(true);
        });
        fixture.picture("valley-steps");
        BenchFixture.doOnWindow(() -> {
            model.stepShownProperty().set(false);
            fixture.screen(ValleyScreen.class).controller().take(Preset.DIVERGENCE);
            fixture.stage.setWidth(1060);
            fixture.stage.setHeight(640);
        });
        fixture.picture("valley-small");
        readable();
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1440);
            fixture.stage.setHeight(900);
            fixture.theme.larger();
            fixture.theme.larger();
            fixture.theme.larger();
        });
        fixture.picture("valley-large");
        readable();
        BenchFixture.doOnWindow(() -> {
            fixture.theme.normal();
            fixture.bench.shell().show(GalleryScreen.ID);
        });
        fixture.await(
                "the cards are there",
                () -> robot.lookup(".gallery-card-title").queryAll().size() > 3);
        BenchFixture.doOnWindow(() -> ((ScrollPane) fixture.stage.getScene().lookup(".gallery")).setVvalue(1));
        fixture.picture("valley-gallery");
    }

    /** Every label and button of the screen shows its whole text, subtitles apart; the picture and the chart have room. */
    private void readable() {
        fixture.settle();
        BenchFixture.doOnWindow(() -> {
            Node screen = fixture.stage.getScene().lookup(".valley");
            Set<String> cut = screen.lookupAll(".text").stream()
                    .filter(Text.class::isInstance)
                    .filter(node -> node.getParent() instanceof Labeled label
                            && node.isVisible()
                            && !label.getStyleClass().contains("card-subtitle")
                            && !((Text) node).getText().equals(label.getText())
                            && label.getText() != null
                            && !label.getText().isEmpty())
                    .map(node -> ((Labeled) node.getParent()).getText())
                    .collect(Collectors.toSet());
            assertThat(cut).isEmpty();
            for (String part : new String[] {".valley-plot", ".decay-chart"}) {
                Node node = screen.lookup(part);
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                assertThat(bounds.getWidth()).as(part).isGreaterThan(300);
                assertThat(bounds.getHeight()).as(part).isGreaterThan(90);
                assertThat(screen.localToScene(screen.getLayoutBounds()).contains(bounds))
                        .isTrue();
            }
            Node page = screen.lookup(".side-page");
            for (Node node : page.lookupAll(".label")) {
                Bounds bounds = node.localToScene(((Label) node).getLayoutBounds());
                assertThat(bounds.getMaxX())
                        .as(((Label) node).getText())
                        .isLessThanOrEqualTo(
                                page.localToScene(page.getLayoutBounds()).getMaxX());
            }
        });
    }
}
