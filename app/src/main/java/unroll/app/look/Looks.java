package unroll.app.look;

import unroll.engine.setting.Setting;

/**
 * How a person wants the window to look.
 *
 * @param light light, dark, or as the system is
 * @param textSize in percent of the designed size
 * @param hallTextSize the same while something is presented to others
 */
public record Looks(
        @Setting(label = "Light or dark", help = "Follows the system until chosen.", initial = "system")
        Light light,

        @Setting(label = "Text size", help = "Of the designed size.", initial = "100", unit = "%", min = 80, max = 200)
        int textSize,

        @Setting(
                label = "Text size while presenting",
                help = "Of the designed size.",
                initial = "150",
                unit = "%",
                min = 80,
                max = 200)
        int hallTextSize) {
    /** Which of the two a person chose, or neither. */
    public enum Light {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** As designed, and as the system is. */
    public static final Looks FIRST = new Looks(Light.SYSTEM, 100, 150);

    Looks with(Light other) {
        return new Looks(other, textSize, hallTextSize);
    }

    /** @param presenting which of the two sizes is meant */
    Looks with(boolean presenting, int size) {
        return presenting ? new Looks(light, textSize, size) : new Looks(light, size, hallTextSize);
    }
}
