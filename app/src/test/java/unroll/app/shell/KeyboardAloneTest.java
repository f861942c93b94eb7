package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody reaches who has no mouse. */
class KeyboardAloneTest extends BenchTest {
    /** The window's parts, in the order in which Tab goes through them. */
    private static final List<String> PARTS =
            List.of("bar", "transport", "navigation", "dock", "time-strip", "side", "status-line");

    @Test
    void tabReachesEveryControlInOrderAndShowsWhereItIs() throws IOException {
        openSmallExperiment();
        Set<Node> wanted =
                BenchFixture.onWindow(() -> controls(fixture.stage.getScene().getRoot()));
        assertThat(wanted).hasSizeGreaterThan(40);
        Set<Node> reached = new LinkedHashSet<>();
        BenchFixture.doOnWindow(() -> fixture.stage.getScene().getRoot().requestFocus());
        for (Node owner = tab(); reached.add(owner); owner = tab()) {
            Node seen = owner;
            assertThat(BenchFixture.onWindow(() -> isRinged(seen)))
                    .as("a ring around %s", owner)
                    .isTrue();
        }
        wanted.removeAll(reached);
        assertThat(wanted).as("what Tab does not reach").isEmpty();
        List<String> parts =
                reached.stream().map(KeyboardAloneTest::part).distinct().toList();
        assertThat(parts)
                .containsSubsequence("transport", "bar", "navigation", "dock", "time-strip", "side", "status-line");
        assertThat(parts)
                .as("each part at once")
                .hasSameSizeAs(reached.stream()
                        .map(KeyboardAloneTest::part)
                        .reduce(List.<String>of(), KeyboardAloneTest::changes, (a, b) -> a));
    }

    private static List<String> changes(List<String> before, String part) {
        return !before.isEmpty() && before.getLast().equals(part)
                ? before
                : Stream.concat(before.stream(), Stream.of(part)).toList();
    }

    private Node tab() {
        robot.push(KeyCode.TAB);
        return BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
    }

    private static boolean isRinged(Node node) {
        return node.isFocusVisible()
                && node instanceof Region region
                && region.getBorder() != null
                && region.getBorder().getStrokes().getFirst().getWidths().getTop() == 2;
    }

    private static String part(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            for (String part : PARTS) {
                if (at.getStyleClass().contains(part)) {
                    return part;
                }
            }
        }
        return "else";
    }

    /** Every control that can be seen and used. */
    private static Set<Node> controls(Node node) {
        Set<Node> found = new LinkedHashSet<>();
        if (!node.isVisible() || node.isDisabled()) {
            return found;
        }
        boolean control = node instanceof ButtonBase
                || node instanceof Slider
                || node instanceof ComboBoxBase
                || node instanceof TextInputControl;
        if (control) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    @Test
    void tabStaysInASheetWhileOneIsOpen() throws IOException {
        openSmallExperiment();
        robot.interact(() -> fixture.run("file.export"));
        for (int i = 0; i < 40; i++) {
            Node owner = tab();
            assertThat(BenchFixture.onWindow(() -> isIn(owner, "overlay-sheet")))
                    .isTrue();
        }
    }

    @Test
    void aViewThatIsChosenByItsTabLeavesTheFocusOnThatTab() throws IOException {
        openSmallExperiment();
        tabTo("Weights");
        robot.push(KeyCode.ENTER);
        fixture.settle();
        assertThat(inFront("weights")).isTrue();
        onTab("Weights");
        robot.push(KeyCode.TAB);
        onTab("Histograms");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        onTab("Gradient flow");
        robot.push(KeyCode.ENTER);
        fixture.settle();
        onTab("Gradient flow");
    }

    @Test
    void inTheListOfTabsToo() throws IOException {
        openSmallExperiment();
        BenchFixture.doOnWindow(() -> {
            fixture.stage.setWidth(1060);
            while (fixture.theme.textSizeProperty().get() < 200) {
                fixture.theme.larger();
            }
        });
        fixture.settle();
        tabTo("Hidden states");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        fixture.settle();
        MenuButton list = (MenuButton) BenchFixture.onWindow(this::owner);
        assertThat(list.getText()).isIn("Gradient flow", "Weights");
        assertThat(BenchFixture.onWindow(() -> isRinged(list))).isTrue();
    }

    private Node owner() {
        return fixture.stage.getScene().getFocusOwner();
    }

    private boolean inFront(String view) {
        return BenchFixture.onWindow(
                () -> fixture.train().dock().orElseThrow().arrangement().inFront(view));
    }

    /** Presses Tab until a control of these words has the focus. */
    private void tabTo(String words) {
        BenchFixture.doOnWindow(() -> fixture.stage.getScene().getRoot().requestFocus());
        Node owner = tab();
        for (int i = 0; i < 100 && !words.equals(words(owner)); i++) {
            owner = tab();
        }
        assertThat(words(owner)).isEqualTo(words);
    }

    private static String words(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private void onTab(String words) {
        Node owner = BenchFixture.onWindow(this::owner);
        assertThat(owner).isInstanceOf(ToggleButton.class);
        assertThat(words(owner)).isEqualTo(words);
        assertThat(BenchFixture.onWindow(() -> isRinged(owner)))
                .as("a ring around %s", owner)
                .isTrue();
    }

    private static boolean isIn(@Nullable Node node, String style) {
        return node != null && (node.getStyleClass().contains(style) || isIn(node.getParent(), style));
    }
}
