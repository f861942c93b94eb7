package unroll.app.command;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/** Tells which keys are pressed and what they do, while that is wanted; what is typed into a field is seen there. */
public final class KeysShown {
    private final Keys keys;
    private final ObservableValue<Boolean> wanted;
    private final BiConsumer<String, String> show;

    /** Whether the character that follows belongs to a key that was shown. */
    private boolean shown;

    /** The keys that were shown last. */
    private String last = "";

    /** @param show is given the keys and what they do; the latter is empty until they have done something */
    public KeysShown(Keys keys, ObservableValue<Boolean> wanted, BiConsumer<String, String> show) {
        this.keys = keys;
        this.wanted = wanted;
        this.show = show;
        keys.whenDone(this::done);
    }

    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(Scene scene, KeyEvent event) {
        shown = !wanted.getValue() || event.getCode().isModifierKey() || Keys.isLetter(scene, event);
        if (!shown && (keys.meant(scene, event).isPresent() || !makesCharacter(event))) {
            show(Command.text(combination(event)));
        }
    }

    /** A character that no key says for itself: where "?" stands is different in every country. */
    private void typed(KeyEvent event) {
        if (!shown && wanted.getValue() && !event.getCharacter().isBlank()) {
            show(event.getCharacter());
        }
        shown = true;
    }

    private void show(String pressed) {
        last = pressed;
        shown = true;
        show.accept(pressed, "");
    }

    /** Only what was done is said: a control may take a key for itself. */
    private void done(Command command) {
        if (wanted.getValue() && !last.isEmpty()) {
            show.accept(last, command.name());
            last = "";
        }
    }

    private static boolean makesCharacter(KeyEvent event) {
        boolean held = event.isShortcutDown() || event.isAltDown() || event.isMetaDown() || event.isControlDown();
        KeyCode code = event.getCode();
        boolean named = code.isFunctionKey()
                || code.isNavigationKey()
                || code.isWhitespaceKey()
                || code == KeyCode.ESCAPE
                || code == KeyCode.DELETE
                || code == KeyCode.INSERT
                || code == KeyCode.BACK_SPACE;
        return !held && !named;
    }

    private static KeyCombination combination(KeyEvent event) {
        return new KeyCodeCombination(
                event.getCode(),
                held(event.isShiftDown()),
                held(event.isControlDown()),
                held(event.isAltDown()),
                held(event.isMetaDown()),
                ModifierValue.ANY);
    }

    private static ModifierValue held(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
