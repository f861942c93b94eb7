package unroll.app.sheet;

/**
 * A change that a person made in a property sheet.
 *
 * @param <R> the record of settings
 * @param name what was changed: "Learning rate 0.01 → 0.02"
 * @param after the settings with the change
 */
public record SettingEdit<R>(String name, R after) {}
