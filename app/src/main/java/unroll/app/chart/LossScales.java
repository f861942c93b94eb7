package unroll.app.chart;

import java.util.List;
import unroll.engine.plot.Scale;

/** Chooses a loss chart's axes: round, the same for all lines, and growing only outwards while a run goes on. */
final class LossScales {
    /** A run of fewer updates is shown on an axis of this length, so that its first points do not fill the width. */
    private static final double SHORTEST = 100;

    /** Share of the loss axis that stays free above all lines, for the legend. */
    private static final double HEADROOM = 0.12;

    private LossScales() {}

    static Scale across(LossData data, boolean logarithmic) {
        double last = SHORTEST;
        for (Curve curve : List.of(data.train(), data.test(), left(data))) {
            if (curve.size() > 0) {
                last = Math.max(last, curve.x()[curve.size() - 1]);
            }
        }
        return logarithmic ? new Scale(1, Scale.upTo(last).high(), true) : Scale.upTo(last);
    }

    private static Curve left(LossData data) {
        return data.left().map(LossData.Left::test).orElse(Curve.EMPTY);
    }

    static Scale up(LossData data, boolean logarithmic) {
        double[] levels = data.baselines().stream().mapToDouble(Level::value).toArray();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double[] values :
                List.of(data.train().y(), data.test().y(), left(data).y(), levels)) {
            for (double value : values) {
                if (Double.isFinite(value) && value > 0) {
                    smallest = Math.min(smallest, value);
                    largest = Math.max(largest, value);
                }
            }
        }
        if (largest == 0) {
            return logarithmic ? Scale.around(0.1, 1) : Scale.upTo(1);
        }
        return logarithmic
                ? Scale.around(smallest, largest * Math.pow(largest / smallest, HEADROOM))
                : Scale.upTo(largest * (1 + HEADROOM));
    }
}
