package unroll.app.chart;

import javafx.scene.paint.Color;

/** Colours for brightnesses from 0 to 1. */
public final class GreyMap {
    private static final int STEPS = 255;
    private final int[] colours = new int[STEPS + 1];

    public GreyMap(Color dark, Color bright) {
        for (int i = 0; i <= STEPS; i++) {
            colours[i] = Pixels.argb(dark.interpolate(bright, (double) i / STEPS));
        }
    }

    /** The pixel for {@code brightness}; NaN is dark. */
    public int colour(double brightness) {
        return colours[(int) Math.rint(STEPS * Math.clamp(Double.isNaN(brightness) ? 0 : brightness, 0.0, 1.0))];
    }
}
