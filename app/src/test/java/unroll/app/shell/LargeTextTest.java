package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.app.control.Card;
import unroll.app.control.SidePanel;
import unroll.app.look.Icon;

/** The training screen with text of any size in windows of any size: what there is can be seen and reached. */
class LargeTextTest extends BenchTest {
    /** The font size of text as designed, in pixels. */
    private static final double DESIGNED = 13;

    /** More than there are stops of Tab in the window. */
    private static final int MOST_STOPS = 100;

    @BeforeEach
    void openARun() throws IOException {
        openSmallExperiment();
        makeTen();
    }

    private void show(int percent, double width, double height) {
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            while (fixture.theme.textSizeProperty().get() < percent) {
                fixture.theme.larger();
            }
        });
        fixture.settle();
        fixture.settle();
    }

    private Node node(String selector) {
        return robot.lookup(selector).query();
    }

    private static Bounds bounds(Node node) {
        return BenchFixture.onWindow(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    /** Everything of some styles that is seen. */
    private List<Node> all(String... selectors) {
        return BenchFixture.onWindow(() -> List.of(selectors).stream()
                .flatMap(selector -> fixture.stage.getScene().getRoot().lookupAll(selector).stream())
                .filter(LargeTextTest::seen)
                .toList());
    }

    private Rectangle2D window() {
        return BenchFixture.onWindow(() -> new Rectangle2D(
                0,
                0,
                fixture.stage.getScene().getWidth(),
                fixture.stage.getScene().getHeight()));
    }

    private void liesInTheWindow(Node node) {
        Bounds there = bounds(node);
        Rectangle2D window = window();
        assertThat(there.getMinX()).as("left edge of %s", node).isGreaterThanOrEqualTo(-0.5);
        assertThat(there.getMaxX()).as("right edge of %s", node).isLessThanOrEqualTo(window.getMaxX() + 0.5);
        assertThat(there.getMaxY()).as("lower edge of %s", node).isLessThanOrEqualTo(window.getMaxY() + 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1440, 900, 1",
        "100, 1060, 700, 1",
        "125, 1060, 700, 1",
        "150, 1060, 700, 2",
        "200, 1440, 900, 2",
        "200, 1060, 700, 2"
    })
    void whatStandsAroundTheViewsLiesInTheWindow(int percent, double width, double height, int folded) {
        show(percent, width, height);
        fixture.picture("large-%d-%.0f".formatted(percent, width));
        for (Node node :
                all(".bar .button", ".transport > *", ".navigation-item", ".time-strip > *", ".status-line > *")) {
            liesInTheWindow(node);
        }
        for (Node chart : all(".dock .card")) {
            double em = DESIGNED * percent / 100;
            assertThat(bounds(chart).getHeight()).as("height of a view").isGreaterThanOrEqualTo(12 * em - 1);
            assertThat(bounds(chart).getWidth()).as("width of a view").isGreaterThanOrEqualTo(14 * em - 1);
        }
        Bounds side = bounds(node(".side-scroll"));
        assertThat(side.getMinX() < window().getMaxX())
                .as("settings beside the views")
                .isEqualTo(folded == 1);
    }

    @ParameterizedTest
    @CsvSource({"100, 1440", "150, 1060", "150, 1440", "200, 1060", "200, 1440"})
    void whatIsChosenIsReadWhole(int percent, double width) {
        show(percent, width, 900);
        BenchFixture.doOnWindow(() -> fixture.run("view.weights"));
        fixture.settle();
        fixture.picture("choices-%d-%.0f".formatted(percent, width));
        choicesAreWhole();
    }

    @Test
    void whatIsChosenIsReadWholeWhilePresentingToo() {
        BenchFixture.doOnWindow(() -> fixture.run("view.weights"));
        robot.push(KeyCode.F5);
        fixture.settle();
        choicesAreWhole();
        robot.push(KeyCode.F5);
        fixture.settle();
        choicesAreWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {125, 150, 200})
    void settingsAreWholeAgainOnceTheTextIsAsDesignedAgain(int percent) {
        show(100, 1060, 700);
        show(percent, 1060, 700);
        BenchFixture.doOnWindow(fixture.theme::normal);
        fixture.settle();
        fixture.settle();
        fixture.picture("again-%d".formatted(percent));
        for (Node part : all(".side-page .text-field", ".side-page .combo-box", ".side-page .slider")) {
            assertThat(bounds(part).getMaxX()).as("right edge of %s", part).isLessThanOrEqualTo(window().getMaxX());
        }
    }

    /** All that can be chosen has room where what is chosen stands, and the matrix can be chosen. */
    private void choicesAreWhole() {
        fixture.await(
                "the matrix can be chosen",
                () -> robot.lookup(".combo-box").queryAll().stream()
                        .anyMatch(box -> "Matrix".equals(box.getAccessibleText()) && seen(box)));
        List<Node> boxes = all(".combo-box");
        assertThat(boxes).extracting(Node::getAccessibleText).contains("Matrix", "How far a step goes");
        for (Node box : boxes) {
            BenchFixture.doOnWindow(() -> isWhole((ComboBox<?>) box));
        }
    }

    private static <T> void isWhole(ComboBox<T> box) {
        Optional<ListCell<?>> shown = box.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof ListCell && node.isVisible())
                .<ListCell<?>>map(node -> (ListCell<?>) node)
                .max(Comparator.comparingDouble(ListCell::getWidth));
        if (shown.isEmpty()) {
            return; // it is around the one that is searched
        }
        ListCell<?> cell = shown.get();
        Insets edge = cell.getInsets();
        for (T choice : box.getItems()) {
            Text words = new Text(box.getConverter().toString(choice));
            words.setFont(cell.getFont());
            assertThat(words.getLayoutBounds().getWidth())
                    .as("width of '%s' of %s", words.getText(), box.getAccessibleText())
                    .isLessThanOrEqualTo(cell.getWidth() - edge.getLeft() - edge.getRight() + 0.5);
        }
    }

    @Test
    void iconsAreAsLargeAsTheText() {
        Icon icon = (Icon) node(".navigation-item .icon");
        assertThat(bounds(icon).getWidth()).isEqualTo(16);
        Bounds before = BenchFixture.onWindow(icon::getBoundsInLocal);
        show(200, 1440, 900);
        assertThat(bounds(icon).getWidth()).isEqualTo(32);
        Bounds drawn = BenchFixture.onWindow(icon::getBoundsInLocal);
        assertThat(drawn.getWidth()).as("what is drawn grows too").isCloseTo(2 * before.getWidth(), within(2.0));
    }

    @Test
    void settingsThatAreFoldedAwayComeWithTheKeysAndGoWithThem() {
        show(200, 1060, 700);
        SidePanel side = (SidePanel) node(".side");
        Node panel = node(".side-scroll");
        Node handle = BenchFixture.onWindow(() -> side.lookup(".quiet-button"));
        assertThat(bounds(panel).getMinX()).isGreaterThanOrEqualTo(window().getMaxX() - 0.5);
        for (int i = 0; i < MOST_STOPS && !BenchFixture.onWindow(handle::isFocused); i++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.ENTER);
        fixture.settle();
        liesInTheWindow(panel);
        assertThat(bounds(panel).getWidth()).isGreaterThan(20 * 26);
        fixture.picture("large-settings");
        robot.push(KeyCode.TAB);
        assertThat(BenchFixture.onWindow(() -> isIn(fixture.stage.getScene().getFocusOwner(), panel)))
                .as("Tab leads into the settings")
                .isTrue();
        BenchFixture.doOnWindow(fixture.stage.getScene().getRoot()::requestFocus);
        fixture.settle();
        assertThat(bounds(panel).getMinX()).as("the keys are elsewhere").isGreaterThanOrEqualTo(window().getMaxX() - 1);
    }

    private static boolean isIn(Node node, Node outer) {
        return node != null && (node.equals(outer) || isIn(node.getParent(), outer));
    }

    @Test
    void viewsThatHaveNoRoomAreScrolledToByTheirKeysAndByTheWheel() {
        show(200, 1060, 700);
        Parent ground = (Parent) node(".dock-scrolled");
        ScrollBar bar = BenchFixture.onWindow(() -> ground.getChildrenUnmodifiable().stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
        assertThat(bar.getValue()).isZero();
        robot.push(KeyCode.ALT, KeyCode.DIGIT5);
        fixture.settle();
        Card weights = card("Weights");
        liesInTheWindow(weights);
        assertThat(bar.getValue()).as("it lies below").isPositive();
        robot.moveTo(weights.header());
        robot.scroll(40, VerticalDirection.UP);
        fixture.settle();
        assertThat(bar.getValue()).as("the wheel leads back").isZero();
        robot.push(KeyCode.SPACE);
        fixture.await("Space still plays", () -> training.runningProperty().get());
        pause();
    }
}
