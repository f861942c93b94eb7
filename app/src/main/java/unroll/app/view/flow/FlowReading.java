package unroll.app.view.flow;

import unroll.app.control.Numbers;
import unroll.engine.gradient.GradientFlow;

/** Reads what lies under the mouse in a view of error signals. */
final class FlowReading {
    private FlowReading() {}

    /** The curves at a time step, from 0. */
    static String now(FlowData data, int step) {
        StringBuilder text = new StringBuilder("t = ").append(step + 1).append(" \u00b7 |dL/dh| ");
        text.append(size(data.error().y()[step]));
        if (data.input().size() > step) {
            text.append(" \u00b7 |dL/dv| ").append(size(data.input().y()[step]));
        }
        FlowData.Stretch stretch = data.stretch();
        int at = stretch.largest().indexAt(step + 1);
        if (at >= 0 && stretch.largest().x()[at] == step + 1) {
            double least = stretch.smallest().y()[at];
            double most = stretch.largest().y()[at];
            boolean lost = GradientFlow.lost(least, stretch.bounds().y()[at]);
            text.append(lost ? " \u00b7 stretch from below " : " \u00b7 stretch ")
                    .append(Numbers.measured(least))
                    .append(" to ")
                    .append(Numbers.measured(most));
        }
        return text.toString();
    }

    /** A row of the waterfall at a time step, both from 0. */
    static String past(FlowData data, int row, int step) {
        WaterfallData.Row there = data.past().rows().get(row);
        String updates = there.first() == there.last()
                ? "update " + Numbers.whole(there.first())
                : "updates " + Numbers.whole(there.first()) + " to " + Numbers.whole(there.last());
        return updates + " \u00b7 t = " + (step + 1) + " \u00b7 |dL/dh| " + size(Math.pow(10, there.decades()[step]));
    }

    private static String size(double size) {
        return size == 0 ? "nothing arrives" : Numbers.measured(size);
    }
}
