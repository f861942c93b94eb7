package unroll.app.view.flow;

import java.util.ArrayList;
import java.util.List;
import unroll.app.chart.Curve;
import unroll.app.chart.NamedCurve;
import unroll.app.chart.SteppedData;
import unroll.app.control.Table;

/**
 * How error signals fare on their way back through a sequence of T steps.
 *
 * @param update whose network it is
 * @param error the size of the error signal at each hidden state, T points
 * @param input the same at each input; empty for symbols
 * @param stretch how the state's Jacobians stretch an error
 * @param words what becomes of it
 * @param past the sizes at hidden states as they were, up to this update
 */
public record FlowData(long update, Curve error, Curve input, Stretch stretch, String words, WaterfallData past)
        implements SteppedData {
    /** Nothing to look at. */
    public static final FlowData EMPTY =
            new FlowData(0, Curve.EMPTY, Curve.EMPTY, Stretch.NONE, "", WaterfallData.EMPTY);

    /**
     * Singular values of {@code ds_T/ds_t} at some steps t.
     *
     * @param update whose network they are of, which may be an earlier one
     * @param largest the most that an error is stretched from the last step back to t
     * @param middle the middle one
     * @param smallest the least
     * @param bounds what is known of those that are lost in rounding: that they are no larger; 0 where none is
     */
    public record Stretch(long update, Curve largest, Curve middle, Curve smallest, Curve bounds) {
        /** Where they are not known. */
        public static final Stretch NONE = new Stretch(0, Curve.EMPTY, Curve.EMPTY, Curve.EMPTY, Curve.EMPTY);
    }

    @Override
    public int steps() {
        return error.size();
    }

    /** The curves, a row for each time step, and the waterfall, a row for each of its rows. */
    @Override
    public List<Table> tables() {
        if (steps() == 0) {
            return List.of();
        }
        List<NamedCurve> curves = new ArrayList<>();
        curves.add(new NamedCurve("|dL/dh|", error));
        add(curves, "|dL/dv|", input);
        add(curves, "largest singular value of ds_T/ds_t", stretch.largest());
        add(curves, "middle singular value of ds_T/ds_t", stretch.middle());
        add(curves, "least singular value of ds_T/ds_t", stretch.smallest());
        return List.of(NamedCurve.table("", "step", curves), past.table("waterfall"));
    }

    /** The same with more that is known of the past. */
    FlowData with(WaterfallData rows) {
        return new FlowData(update, error, input, stretch, words, rows);
    }

    private static void add(List<NamedCurve> curves, String head, Curve curve) {
        if (curve.size() > 0) {
            curves.add(new NamedCurve(head, curve));
        }
    }
}
