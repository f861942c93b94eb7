package unroll.app.command;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Runs commands by their keys, wherever the focus is; in text fields, letters are letters. */
public final class Keys {
    private final Commands commands;
    private final ObservableValue<Boolean> sheetOpen;

    /** While a sheet is open its own keys count, and only the commands with Ctrl besides. */
    public Keys(Commands commands, ObservableValue<Boolean> sheetOpen) {
        this.commands = commands;
        this.sheetOpen = sheetOpen;
    }

    public void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown()) { // no view and no field has keys with Alt
                pressed(scene, event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> pressed(scene, event));
    }

    /** Whether this is pressed in a text field, so that it is a letter. */
    static boolean isLetter(Scene scene, KeyEvent event) {
        return isPlain(event) && !event.isAltDown() && scene.getFocusOwner() instanceof TextInputControl;
    }

    private static boolean isPlain(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isShortcutDown() && !code.isFunctionKey() && code != KeyCode.ESCAPE;
    }

    /** What would be done for a key that nothing in the scene takes for itself. */
    Optional<Command> meant(Scene scene, KeyEvent event) {
        if (isPlain(event) && (isLetter(scene, event) || sheetOpen.getValue())) {
            return Optional.empty();
        }
        return commands.all().stream()
                .filter(command -> command.available().getValue()
                        && command.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    private void pressed(Scene scene, KeyEvent event) {
        meant(scene, event).ifPresent(command -> {
            event.consume();
            command.run();
        });
    }
}
