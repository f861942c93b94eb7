package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.app.background.BackgroundTask;
import unroll.app.background.Offer;

/** How the window says what was made, and what went wrong. */
class NewsTest extends BenchTest {
    private boolean saysNews() {
        return robot.lookup(".background-news").query().isVisible();
    }

    private void finish(boolean made) {
        Path file = folder.resolve("loss.png");
        BenchFixture.doOnWindow(() -> fixture.bench
                .shell()
                .background()
                .begin(new BackgroundTask("PNG of Loss", task -> {
                    if (made) {
                        task.made(file);
                    }
                    return made ? "Exported to " + file : "The film was cancelled; there is no file.";
                })));
        fixture.await("it is said", this::saysNews);
        fixture.settle();
    }

    private double dockHeight() {
        return BenchFixture.onWindow(
                () -> robot.lookup(".dock").query().getLayoutBounds().getHeight());
    }

    private Labeled words(String text) {
        return robot.lookup((Node node) -> node instanceof Labeled label
                        && node.isVisible()
                        && label.getText() != null
                        && label.getText().contains(text))
                .query();
    }

    @Test
    void whatWasMadeIsSaidOverTheViewsForSomeSecondsAndShownInItsFolder() throws IOException {
        openSmallExperiment();
        double before = dockHeight();
        finish(true);
        fixture.picture("news");
        assertThat(dockHeight()).as("no view is resized").isEqualTo(before);
        assertThat(words("Exported to").getGraphic()).as("a check mark").isNotNull();
        robot.clickOn("Show in folder");
        assertThat(fixture.revealed).containsExactly(folder.resolve("loss.png"));
        robot.moveTo(".brand");
        fixture.await("it goes by itself", () -> !saysNews());
    }

    @Test
    void whatWasCancelledHasNoCheckMark() throws IOException {
        openSmallExperiment();
        finish(false);
        assertThat(words("cancelled").getGraphic()).isNull();
        assertThat(robot.lookup("Show in folder").queryAllAs(Node.class)).noneMatch(Node::isVisible);
        robot.push(KeyCode.ESCAPE);
        assertThat(saysNews()).isFalse();
    }

    @Test
    void allMessagesAreShownWithTheirDateAndAreNotCountedOnceTheyWereSeen() throws IOException {
        openSmallExperiment();
        for (int i = 1; i <= 6; i++) {
            String sentence =
                    "Number " + i + ": " + "a long sentence that needs several lines of this sheet, ".repeat(4);
            BenchFixture.doOnWindow(() -> fixture.bench.shell().complain(sentence));
        }
        assertThat(words("6 warnings").isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.M);
        fixture.settle();
        fixture.picture("messages");
        ScrollPane scroll = robot.lookup(".message-scroll").queryAs(ScrollPane.class);
        BenchFixture.doOnWindow(() -> assertThat(scroll.getViewportBounds().getHeight())
                .isGreaterThanOrEqualTo(scroll.getContent().getLayoutBounds().getHeight() - 1));
        assertThat(robot.lookup(".message-time").queryAs(Labeled.class).getText())
                .matches("\\d+ [A-Z][a-z]{2} \\d\\d:\\d\\d:\\d\\d");
        robot.clickOn((Node node) -> "Close Messages".equals(node.getAccessibleText()));
        assertThat(robot.lookup(".message-sheet").tryQuery()).isEmpty();
        assertThat(words("no warnings").isVisible()).isTrue();
    }

    @Test
    void whatWentWrongInOneRunIsNotCountedInAnother() throws IOException {
        openSmallExperiment();
        BenchFixture.doOnWindow(() -> fixture.bench.shell().complain("The disk is full."));
        assertThat(words("1 warning").isVisible()).isTrue();
        openExperiment(SMALL.replace("Two small balls", "Two others"), "Two others");
        assertThat(words("no warnings").isVisible()).isTrue();
    }

    @Test
    void whatIsBeingOpenedIsSaidAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("small.json"), SMALL);
        assertThat(BenchFixture.onWindow(() -> {
                    fixture.bench.open(file);
                    return words("Opening small.json").isVisible();
                }))
                .isTrue();
        fixture.await("it is open", () -> training.openProperty().get());
        fixture.await(
                "nothing is said any more",
                () -> fixture.bench.shell().openingProperty().get().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"100, 1440, 900", "100, 1060, 700", "200, 1060, 700"})
    void whatIsToldLiesInTheWindowOverNothingThatIsClicked(int percent, double width, double height)
            throws IOException {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            while (fixture.theme.textSizeProperty().get() < percent) {
                fixture.theme.larger();
            }
        });
        openSmallExperiment();
        makeTen();
        BenchFixture.doOnWindow(() -> fixture.bench
                .shell()
                .background()
                .tell(
                        "sales.csv: 400 rows of 3 columns. Line 1 was taken as the columns' names. ".repeat(3),
                        new Offer("Change\u2026", "See how it was read", () -> {})));
        fixture.settle();
        fixture.picture("news-" + percent + "-" + (int) width);
        BenchFixture.doOnWindow(() -> {
            Node news = robot.lookup(".background-news").query();
            Bounds told = news.localToScene(news.getLayoutBounds());
            assertThat(told.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(told.getMaxX())
                    .isLessThanOrEqualTo(fixture.stage.getScene().getWidth());
            for (String part : List.of(".time-strip", ".side-page")) {
                assertThat(robot.lookup(part).queryAllAs(Node.class))
                        .as(part)
                        .isNotEmpty()
                        .filteredOn(Node::isVisible)
                        .noneMatch(node ->
                                node.localToScene(node.getLayoutBounds()).intersects(told));
            }
            for (Node words : news.lookupAll(".label")) {
                assertThat(((Labeled) words).lookup(".text").getLayoutBounds().getHeight())
                        .as("all its words are seen")
                        .isLessThanOrEqualTo(words.getLayoutBounds().getHeight() + 1);
            }
        });
    }

    @Test
    void whatIsToldGoesByItselfWhatIsAskedStays() throws IOException {
        openSmallExperiment();
        Offer change = new Offer("Change\u2026", "See how it was read", () -> {});
        BenchFixture.doOnWindow(() -> fixture.bench.shell().background().tell("sales.csv: 400 rows.", change));
        robot.moveTo(".brand");
        long from = System.nanoTime();
        fixture.await("it goes by itself", () -> !saysNews());
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(15));
        BenchFixture.doOnWindow(() -> {
            fixture.bench.shell().background().tell("sales.csv: 400 rows.", change);
            robot.lookup(".background-news .button").queryAllAs(Node.class).stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElseThrow()
                    .requestFocus();
        });
        robot.push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB); // there by the keys
        robot.sleep(13_000);
        assertThat(saysNews()).as("while it has the focus").isTrue();
    }
}
