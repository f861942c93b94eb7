package unroll.app.chart;

import javafx.scene.paint.Color;

/** Colours for numbers from -1 to 1 with zero exactly in the middle; larger numbers take the end's colour. */
final class DivergingMap {
    /** Steps on each side of zero: more than a screen can show apart. */
    private static final int HALF = 127;

    private final int[] colours = new int[2 * HALF + 1];
    private final int broken;

    /** A map that runs from {@code negative} over {@code zero} to {@code positive}; {@code broken} is NaN. */
    DivergingMap(Color negative, Color zero, Color positive, Color broken) {
        for (int i = 0; i <= HALF; i++) {
            double share = (double) i / HALF;
            colours[HALF + i] = Pixels.argb(zero.interpolate(positive, share));
            colours[HALF - i] = Pixels.argb(zero.interpolate(negative, share));
        }
        this.broken = Pixels.argb(broken);
    }

    /** The pixel for {@code value}. */
    int colour(double value) {
        if (Double.isNaN(value)) {
            return broken;
        }
        return colours[HALF + (int) Math.rint(HALF * Math.clamp(value, -1.0, 1.0))];
    }
}
