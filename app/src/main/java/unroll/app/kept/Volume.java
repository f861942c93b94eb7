package unroll.app.kept;

import unroll.engine.setting.Setting;

/**
 * How loud music is.
 *
 * @param level from 0 to 1
 * @param muted whether nothing is heard
 */
public record Volume(
        @Setting(label = "Loudness", help = "How loud music is.", initial = "0.7", min = 0, max = 1)
        double level,

        @Setting(label = "Muted", help = "Whether nothing is heard.", initial = "false")
        boolean muted) {
    /** Nothing is loud enough to frighten at first. */
    public static final Volume FIRST = new Volume(0.7, false);
}
