package unroll.app.kept;

import unroll.engine.setting.Setting;

/**
 * Where the window was on the screens, in points.
 *
 * @param x of its left edge
 * @param y of its upper edge
 * @param width of all of it; 0 before it was ever there
 * @param height of all of it
 * @param maximised whether it filled the screen
 */
public record WindowPlace(
        @Setting(label = "Left edge", help = "On the screens, in points.", initial = "0")
        double x,

        @Setting(label = "Upper edge", help = "On the screens, in points.", initial = "0")
        double y,

        @Setting(label = "Width", help = "In points; 0 before the window was ever there.", initial = "0")
        double width,

        @Setting(label = "Height", help = "In points.", initial = "0")
        double height,

        @Setting(label = "Maximised", help = "Whether the window filled the screen.", initial = "false")
        boolean maximised) {
    /** It was not there yet. */
    public static final WindowPlace NONE = new WindowPlace(0, 0, 0, 0, false);

    /** Whether it was ever there. */
    public boolean known() {
        return width > 0 && height > 0;
    }
}
