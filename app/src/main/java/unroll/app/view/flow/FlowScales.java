package unroll.app.view.flow;

import java.util.List;
import unroll.app.chart.Curve;
import unroll.app.chart.Decades;
import unroll.app.chart.Ink;
import unroll.app.chart.Line;
import unroll.app.chart.Ribbon;
import unroll.engine.plot.Scale;

/** Chooses what of error signals is drawn, and its axis: whole decades, so that it stays while a run goes on. */
final class FlowScales {
    private static final int FEWEST_DECADES = 4;

    /** The least stretched direction may be hundreds of decades below: it leaves the plot and does not flatten it. */
    private static final int MOST_DECADES = 16;

    private FlowScales() {}

    static Scale up(FlowData data) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Curve curve : List.of(data.error(), data.input(), data.stretch().largest())) {
            for (double value : curve.y()) {
                if (value > 0 && Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return Decades.around(Math.log10(low), Math.log10(high), FEWEST_DECADES, MOST_DECADES)
                .scale();
    }

    /** The last lies on top. */
    static List<Line> lines(FlowData data) {
        return List.of(
                new Line(data.stretch().middle(), Ink.QUIET, 1.2f, false, true),
                line(data.input(), Ink.SECOND, 1.6f),
                line(data.error(), Ink.MAIN, 2));
    }

    static Ribbon ribbon(FlowData data) {
        return new Ribbon(data.stretch().smallest(), data.stretch().largest());
    }

    /** With gaps where nothing arrives; marked where so few points arrive that a line alone would not show them. */
    private static Line line(Curve curve, Ink ink, float width) {
        double[] y = curve.y().clone();
        int count = 0;
        for (int t = 0; t < y.length; t++) {
            y[t] = y[t] > 0 && Double.isFinite(y[t]) ? y[t] : Double.NaN;
            count += Double.isNaN(y[t]) ? 0 : 1;
        }
        return new Line(new Curve(curve.x(), y), ink, width, count <= 3, false);
    }
}
