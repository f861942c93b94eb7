package unroll.app.sheet;

/**
 * A change that a person made in a property sheet.
 *
 * @param <R> the record of settings
 * @param name what was changed: "Learning rate 0.01 → 0.02"
 * @param after the settings with the change
 * @param held whether a slider is still held, so that more of this change follows
 */
public record SettingEdit<R>(String name, R after, boolean held) {
    /** A change that is made as a whole. */
    public SettingEdit(String name, R after) {
        this(name, after, false);
    }
}
