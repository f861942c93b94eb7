package unroll.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import unroll.app.command.Command;
import unroll.app.command.TypedKey;

/** The list of everything that can be done, as it is being made. */
final class Commands {
    private final List<Command> all = new ArrayList<>();
    private String group = "";

    /** What follows belongs to this group. */
    Commands group(String name) {
        group = name;
        return this;
    }

    Commands add(String name, ObservableValue<Boolean> available, Runnable action, KeyCombination... keys) {
        all.add(new Command(group, name, List.of(keys), available, action));
        return this;
    }

    List<Command> all() {
        return List.copyOf(all);
    }

    static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    static KeyCombination typed(String character) {
        return new TypedKey(character);
    }

    static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static KeyCombination ctrlShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
