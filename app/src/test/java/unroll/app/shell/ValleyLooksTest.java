package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import unroll.app.valley.Preset;
import unroll.app.valley.Setup;

/** What the screen of momentum in a valley writes about its methods, in windows and letters of any size. */
class ValleyLooksTest extends ValleyBench {
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
