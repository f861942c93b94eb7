package unroll.app.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unroll.app.control.Command;

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
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> heard(event, isTyping(scene)));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> heard(event, isTyping(scene)));
    }

    private static boolean isTyping(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    private void heard(KeyEvent event, boolean typing) {
        KeyCode code = event.getCode();
        boolean plain = !event.isShortcutDown() && !code.isFunctionKey() && code != KeyCode.ESCAPE;
        if (plain && (typing || sheetOpen.getValue())) {
            return;
        }
        for (Command command : commands) {
            if (command.available().getValue() && command.keys().stream().anyMatch(keys -> keys.match(event))) {
                event.consume();
                command.run();
                return;
            }
        }
    }
}
