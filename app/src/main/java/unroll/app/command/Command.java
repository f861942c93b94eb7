package unroll.app.command;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, by name or by key.
 *
 * @param id what tests, lessons and buttons call it, for ever: "run.play"
 * @param group where it stands among the keys: "Training"
 * @param name what it does: "Play or pause"
 * @param keys what may be pressed for it; the first is shown
 * @param available whether it can be done now
 * @param action does it
 */
public record Command(
        String id,
        String group,
        String name,
        List<KeyCombination> keys,
        ObservableValue<Boolean> available,
        Runnable action) {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[A-Za-z0-9-]+)+");

    public Command {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a command, such as 'run.play'");
        }
        keys = List.copyOf(keys);
    }

    /** A part of an id for one of several things that have names: "figure-7-1" for "Figure 7.1". */
    public static String part(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
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
