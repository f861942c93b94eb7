package unroll.app.chart;

import java.util.List;

/**
 * A reading of an optimiser at every update, as it is drawn.
 *
 * @param name what it is
 * @param help what it means, in plain words
 * @param curve over the updates
 * @param logarithmic whether equal ways are equal factors
 * @param levels heights at which something changes
 */
public record GaugeData(String name, String help, Curve curve, boolean logarithmic, List<Double> levels) {
    public GaugeData {
        levels = List.copyOf(levels);
    }
}
