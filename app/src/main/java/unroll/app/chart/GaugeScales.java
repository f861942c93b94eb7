package unroll.app.chart;

import unroll.engine.plot.Scale;

/** Chooses the axes of gauges: from 0 where nothing is below it, and for a gauge with levels no further than they need. */
public final class GaugeScales {
    /** A run of fewer updates is shown on an axis of this length. */
    private static final double SHORTEST = 10;

    /** Beyond so many times the highest level all is the same. */
    private static final double BEYOND = 2;

    private static final double MARGIN = 0.08;

    private GaugeScales() {}

    static Scale across(GaugeData data) {
        int size = data.curve().size();
        return Scale.upTo(Math.max(SHORTEST, size == 0 ? 0 : data.curve().x()[size - 1]));
    }

    static Scale up(GaugeData data) {
        double high = data.levels().stream().mapToDouble(l -> l).max().orElse(0);
        return data.logarithmic()
                ? logarithmic(data.curve().y())
                : high > 0 ? around(data.curve().y(), high) : even(data.curve().y());
    }

    /** Positive numbers alone have a place on it. */
    public static Scale logarithmic(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double value : values) {
            if (Double.isFinite(value) && value > 0) {
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        return largest == 0 ? Scale.around(0.1, 1) : Scale.around(smallest, largest);
    }

    /** With 0 on it. */
    public static Scale even(double[] values) {
        double low = 0;
        double high = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low == 0) {
            return Scale.upTo(high == 0 ? 1 : high * (1 + MARGIN));
        }
        double margin = MARGIN * (high - low);
        return new Scale(low - margin, high + margin, false);
    }

    private static Scale around(double[] values, double level) {
        double low = 0;
        double high = level * (1 + 4 * MARGIN);
        for (double value : values) {
            if (!Double.isNaN(value)) {
                low = Math.clamp(value, -level, low);
                high = Math.clamp(value, high, Math.max(high, BEYOND * level));
            }
        }
        return new Scale(low - MARGIN * level, high + MARGIN * level, false);
    }

    /** The numbers of a curve that lie beyond a scale put on its edge, so that they are seen. */
    static Curve within(Scale scale, Curve curve) {
        double[] y = curve.y().clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = Double.isNaN(y[i]) ? y[i] : Math.clamp(y[i], scale.low(), scale.high());
        }
        return new Curve(curve.x(), y);
    }
}
