package unroll.app.shell;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * How a screen stands in the column at the left, and in the list of commands.
 *
 * @param label a word
 * @param icon its picture
 * @param help what is on it
 * @param command what the list of commands calls it
 * @param key shows it from anywhere
 * @param offered whether it can be shown now
 * @param why what is missing while it cannot
 */
record NavigationItem(
        String label,
        String icon,
        String help,
        String command,
        KeyCombination key,
        ObservableValue<Boolean> offered,
        String why) {
    /** The item of a screen that can always be shown. */
    NavigationItem(String label, String icon, String help, String command, KeyCombination key) {
        this(label, icon, help, command, key, new ReadOnlyBooleanWrapper(true), "");
    }
}
