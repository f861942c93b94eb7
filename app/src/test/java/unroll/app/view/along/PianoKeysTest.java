package unroll.app.view.along;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import unroll.app.Alone;
import unroll.engine.music.Keyboard;

/** A piano on the screen, by mouse and keys. */
class PianoKeysTest {
    private final List<String> played = new ArrayList<>();
    private final List<KeyCode> left = new ArrayList<>();
    private final SimpleObjectProperty<Set<Integer>> down = new SimpleObjectProperty<>(Set.of());
    private final FxRobot robot = new FxRobot();
    private PianoKeys keys;

    private PianoKeys keys() {
        return new PianoKeys(
                down, key -> played.add("+" + Keyboard.name(key)), key -> played.add("-" + Keyboard.name(key)));
    }

    @BeforeEach
    void show() throws TimeoutException {
        keys = Alone.shown(700, 80, () -> {
            PianoKeys made = keys();
            made.setMaxHeight(80);
            return made;
        });
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            keys.getScene().addEventHandler(KeyEvent.KEY_PRESSED, event -> left.add(event.getCode()));
            keys.requestFocus();
        });
    }

    private List<String> played() {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> all = List.copyOf(played);
        played.clear();
        return all;
    }

    @ParameterizedTest
    @CsvSource({"Z, C3", "S, C#3", "M, B3", "J, A#3", "Q, C4", "DIGIT2, C#4", "DIGIT6, G#4", "U, B4"})
    void theTwoRowsAreTwoOctaves(KeyCode code, String name) {
        robot.press(code).release(code);
        assertThat(played()).containsExactly("+" + name, "-" + name);
        assertThat(left).as("it means nothing else").isEmpty();
    }

    @Test
    void chordsSoundTogetherAndAKeyThatIsHeldIsStruckOnce() {
        robot.press(KeyCode.Z, KeyCode.C);
        WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () -> keys.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, false, false, false)));
        robot.release(KeyCode.C, KeyCode.Z);
        assertThat(played()).containsExactly("+C3", "+E3", "-E3", "-C3");
    }

    @Test
    void theArrowKeysMoveTheRowsAndOtherKeysAreOthers() {
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.Z);
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        robot.push(KeyCode.Z);
        assertThat(played()).containsExactly("+C4", "-C4", "+C2", "-C2");
        assertThat(left).isEmpty();
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.LEFT);
        }
        robot.push(KeyCode.Z);
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.U);
        assertThat(played()).as("no further than a piano").containsExactly("+C1", "-C1", "+B6", "-B6");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.SPACE);
        assertThat(played()).isEmpty();
        assertThat(left).contains(KeyCode.Z, KeyCode.SPACE);
    }

    @Test
    void whoLeavesItLetsEverythingGo() {
        robot.press(KeyCode.Z);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> keys.getParent().requestFocus());
        assertThat(played()).containsExactly("+C3", "-C3");
        robot.release(KeyCode.Z);
        assertThat(played()).isEmpty();
    }

    @Test
    void theMousePlaysWhatIsUnderItTheBlackKeysFirst() {
        Label black = key("S");
        Label white = key("Z");
        robot.clickOn(black);
        robot.moveTo(white).moveBy(0, white.getHeight() / 2 - 5);
        robot.clickOn();
        assertThat(played()).containsExactly("+C#3", "-C#3", "+C3", "-C3");
        assertThat(keys.isFocused()).isTrue();
    }

    @Test
    void whatIsDownIsSeenWhoeverPlaysIt() {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> down.set(Set.of(48, 64)));
        assertThat(key("Z").getPseudoClassStates()).extracting(Object::toString).contains("down");
        assertThat(key("E").getPseudoClassStates()).extracting(Object::toString).contains("down");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> down.set(Set.of(64)));
        assertThat(key("Z").getPseudoClassStates()).extracting(Object::toString).doesNotContain("down");
    }

    private Label key(String text) {
        return robot.lookup((Label label) -> label.getText().equals(text)).query();
    }
}
