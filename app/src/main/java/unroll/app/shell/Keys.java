package unroll.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unroll.app.command.Command;

/** Runs commands by their keys, wherever the focus is; while somebody types, letters are letters. */
final class Keys {
    private final List<Command> commands;
    private final ObservableValue<Boolean> sheetOpen;

    /** While a sheet is open its own keys count, and only the commands with Ctrl besides. */
    Keys(List<Command> commands, ObservableValue<Boolean> sheetOpen) {
        this.commands = commands;
        this.sheetOpen = sheetOpen;
    }

    void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> heard(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> heard(scene, event));
    }

    /** Whether somebody types where this is pressed, so that it is a letter. */
    static boolean isLetter(Scene scene, KeyEvent event) {
        return isPlain(event) && scene.getFocusOwner() instanceof TextInputControl;
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
        return commands.stream()
                .filter(command -> command.available().getValue()
                        && command.keys().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    private void heard(Scene scene, KeyEvent event) {
        meant(scene, event).ifPresent(command -> {
            event.consume();
            command.run();
        });
    }
}
