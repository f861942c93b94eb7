package unroll.app.view.flow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import unroll.app.chart.Curve;
import unroll.app.control.Numbers;
import unroll.engine.gradient.FlowWords;
import unroll.engine.gradient.GradientFlow;

/** What became of error signals in a run since it was opened, for each test sequence that was looked at. */
final class FlowHistory {
    private final Map<Integer, WaterfallData> past = new HashMap<>();

    /** Forgets the run. */
    void clear() {
        past.clear();
    }

    /** Takes in a look, unless it is one at the past, and returns what is to be drawn. */
    FlowData with(FlowLook look) {
        GradientFlow flow = look.flow();
        WaterfallData before = past.getOrDefault(look.sequence(), WaterfallData.EMPTY);
        boolean back = !before.rows().isEmpty()
                && look.update() < before.rows().getLast().last();
        WaterfallData grown = back ? before : before.with(look.update(), flow.error());
        past.put(look.sequence(), grown);
        return new FlowData(
                look.update(), curve(flow.error()), curve(flow.input()), stretch(look.followed()), words(look), grown);
    }

    private static Curve curve(double[] sizes) {
        double[] x = new double[sizes.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = t + 1;
        }
        return new Curve(x, sizes);
    }

    private static FlowData.Stretch stretch(GradientFlow followed) {
        double[] x = new double[followed.steps().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = followed.steps()[i] + 1;
        }
        return new FlowData.Stretch(
                new Curve(x, followed.largest()), new Curve(x, followed.middle()), new Curve(x, followed.smallest()));
    }

    /** Of the Jacobians where they are known, else of the sizes and why there are no Jacobians. */
    private static String words(FlowLook look) {
        boolean known = look.followed().hasJacobians();
        GradientFlow spoken = known ? look.followed() : look.flow();
        String words = FlowWords.of(spoken);
        if (words.isEmpty()) {
            return "";
        }
        String when = "At update " + Numbers.whole(known ? look.followedAt() : look.update()) + ": ";
        String why = spoken.jacobians().sentence();
        return when
                + words.substring(0, 1).toLowerCase(Locale.ROOT)
                + words.substring(1)
                + (why.isEmpty() ? "" : " " + why);
    }
}
