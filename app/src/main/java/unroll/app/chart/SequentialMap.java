package unroll.app.chart;

import java.util.List;
import javafx.scene.paint.Color;

/** Colours for shares from 0 to 1 along a row of colours; what is not there at all has none. */
public final class SequentialMap {
    /** More than a screen can show apart. */
    private static final int STEPS = 255;

    private static final int CLEAR = 0;

    private final int[] colours = new int[STEPS + 1];
    private final int broken;

    /** A map that runs through {@code stops}; {@code broken} is NaN. */
    public SequentialMap(List<Color> stops, Color broken) {
        for (int i = 0; i <= STEPS; i++) {
            double place = (double) i / STEPS * (stops.size() - 1);
            int stop = Math.min((int) place, stops.size() - 2);
            colours[i] = Pixels.argb(stops.get(stop).interpolate(stops.get(stop + 1), place - stop));
        }
        this.broken = Pixels.argb(broken);
    }

    /** The pixel for a share; clear for minus infinity. */
    public int colour(double share) {
        if (Double.isNaN(share)) {
            return broken;
        }
        return share == Double.NEGATIVE_INFINITY
                ? CLEAR
                : colours[(int) Math.rint(STEPS * Math.clamp(share, 0.0, 1.0))];
    }
}
