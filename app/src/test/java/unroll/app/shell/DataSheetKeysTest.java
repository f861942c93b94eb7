package unroll.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.app.control.QuietButton;

/** The sheet of tables by keys. */
class DataSheetKeysTest extends DataSheetBench {
    /** By the mouse from the line that tells of the data, then by keys from the side of Design. */
    @Test
    void spaceTrainsAfterTheSheetWhereverItWasOpened() throws IOException {
        drop(Files.writeString(folder.resolve("calm.csv"), "load,wind\n" + "1,5\n2,3\n4,4\n2,1\n".repeat(80)));
        fixture.await("it is open", () -> training.nameProperty().get().equals("calm"));
        fixture.await(
                "it is told", () -> robot.lookup(".background-news").query().isVisible());
        fixture.settle();
        robot.clickOn(button("Change\u2026"));
        awaitSheet();
        choose("Use of wind", "input");
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is an edit", () -> task().columns().inputs().equals("wind"));
        fixture.settle();
        trainFor(1);
        pause();
        assertThat(shown()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        fixture.await(
                "Design is there", () -> robot.lookup(".palette").tryQuery().isPresent());
        fixture.settle();
        Button change = button("Change how it is read\u2026");
        for (int i = 0; i < 150 && !BenchFixture.onWindow(change::isFocused); i++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.SPACE);
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is put away", () -> !shown());
        fixture.settle();
        trainFor(1);
        pause();
        assertThat(shown()).isFalse();
    }

    /** Tab goes through the choices, the heads of all columns and the buttons, and each is seen to have the keys. */
    @Test
    void theWholeSheetIsReachedByTheKeyboard() throws IOException {
        drop(visits());
        awaitSheet();
        List<Node> wanted = BenchFixture.onWindow(() -> robot.lookup(".data-sheet").query().lookupAll("*").stream()
                .filter(node -> node instanceof ComboBox<?> || node instanceof Button)
                .filter(node -> !(node instanceof QuietButton)) // Esc does the same
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
                .toList());
        assertThat(wanted).hasSizeGreaterThan(14);
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < 60; i++) {
            robot.push(KeyCode.TAB);
            Node owner = BenchFixture.onWindow(() -> fixture.stage.getScene().getFocusOwner());
            assertThat(BenchFixture.onWindow(() -> owner.isFocusVisible() || owner.equals(button("day first"))))
                    .as("%s, or the first, to which the sheet leads back", owner)
                    .isTrue();
            reached.add(owner);
        }
        assertThat(reached).containsAll(wanted);
        BenchFixture.doOnWindow(
                () -> robot.lookup(".preview .table-view").query().requestFocus());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        fixture.settle();
        assertThat(shown()).as("a doubt is still open").isTrue();
        press("day first");
        awaitSheet();
        robot.push(KeyCode.ENTER);
        fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Use of wind, m/s', SPACE, ",
        "Use of kind, F4, ",
        "Use of load, ALT, DOWN",
        "Head, SPACE, ",
        "Decimals, F4, "
    })
    void aListIsOpenedByItsKeysAndEnterChoosesInItAndOpensNothing(String what, KeyCode key, @Nullable KeyCode more)
            throws IOException {
        openSmallExperiment();
        drop(visits());
        awaitSheet();
        press("day first");
        awaitSheet();
        ComboBox<String> box = box(what);
        String before = BenchFixture.onWindow(() -> {
            box.requestFocus();
            return box.getValue();
        });
        robot.push(more == null ? new KeyCode[] {key} : new KeyCode[] {key, more});
        fixture.settle();
        assertThat(BenchFixture.onWindow(box::isShowing)).as("the list is open").isTrue();
        robot.push(
                BenchFixture.onWindow(() -> box.getSelectionModel().getSelectedIndex()) == 0
                        ? KeyCode.DOWN
                        : KeyCode.UP);
        robot.push(KeyCode.ENTER);
        fixture.settle();
        assertThat(BenchFixture.onWindow(box::isShowing)).isFalse();
        assertThat(BenchFixture.onWindow(box::getValue)).isNotEqualTo(before);
        assertThat(shown()).as("the sheet").isTrue();
        fixture.await(
                "it is read",
                () -> !button("Cancel").getParent().lookup(".muted").isVisible());
        assertThat(training.nameProperty().get()).isEqualTo("Two small balls");
        assertThat(BenchFixture.onWindow(box::isFocused)).isTrue();
        if (!button("Open").isDisabled()) {
            robot.push(KeyCode.ENTER);
            fixture.await("it is open", () -> training.nameProperty().get().equals("visits"));
        }
    }

    @Test
    void aChoiceIsTakenBackAndMadeAgain() throws IOException {
        drop(visits());
        awaitSheet();
        press("day first");
        awaitSheet();
        assertThat(BenchFixture.onWindow(() -> button("Redo").isDisabled())).isTrue();
        choose("Use of wind, m/s", "input");
        awaitSheet();
        choose("Separator", "semicolon");
        fixture.await(
                "it is read so",
                () -> robot.lookup(".data-sheet .refusal").query().isVisible());
        BenchFixture.doOnWindow(() -> button("Cancel").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitSheet();
        assertThat(BenchFixture.onWindow(() -> box("Separator").getValue())).isNotEqualTo("semicolon");
        assertThat(BenchFixture.onWindow(() -> box("Use of wind, m/s").getValue()))
                .isEqualTo("input");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitSheet();
        assertThat(BenchFixture.onWindow(() -> box("Use of wind, m/s").getValue()))
                .isEqualTo("input and target");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        awaitSheet();
        assertThat(BenchFixture.onWindow(() -> box("Use of wind, m/s").getValue()))
                .isEqualTo("input");
        press("Undo");
        awaitSheet();
        fixture.picture("data-undone");
        press("Undo");
        fixture.await(
                "the doubt is asked again",
                () -> robot.lookup(".data-sheet .banner").tryQuery().isPresent());
        assertThat(BenchFixture.onWindow(() -> button("Undo").isDisabled())).isTrue();
    }
}
