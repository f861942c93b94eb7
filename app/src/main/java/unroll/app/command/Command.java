package unroll.app.command;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, by name or by key.
 *
 * @param group where it stands among the keys: "Training"
 * @param name what it does: "Play or pause"
 * @param keys what may be pressed for it; the first is shown
 * @param available whether it can be done now
 * @param action does it
 */
public record Command(
        String group, String name, List<KeyCombination> keys, ObservableValue<Boolean> available, Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (available.getValue()) {
            action.run();
        }
    }

    /** The key as people read it, "Ctrl+S"; empty if there is none. */
    public String keyText() {
        return keys.isEmpty() ? "" : text(keys.getFirst());
    }

    /** Keys as people read them. */
    public static String text(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("\u21b5", "Enter")
                .replace("Escape", "Esc")
                .replace("++", "+Plus")
                .replace("+-", "+Minus");
    }
}
