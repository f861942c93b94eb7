package unroll.app.view.flow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import unroll.app.chart.Curve;
import unroll.app.control.Numbers;
import unroll.engine.gradient.FlowWords;
import unroll.engine.gradient.GradientFlow;

/** What became of error signals in a run, for each test sequence that was looked at. */
final class FlowHistory {
    private final Map<Integer, WaterfallData> past = new HashMap<>();

    /** The sequence that was looked at last; 0 for none. */
    private int seen;

    /** Forgets the run. */
    void clear() {
        past.clear();
        seen = 0;
    }

    /** Takes in a look at the past; what is to be drawn of it, where the same sequence is seen. */
    Optional<WaterfallData> recall(FlowLook look) {
        WaterfallData grown = grow(look);
        return Optional.of(grown).filter(same -> look.sequence() == seen);
    }

    private WaterfallData grow(FlowLook look) {
        return past.merge(
                look.sequence(),
                WaterfallData.EMPTY.with(look.update(), look.flow().error()),
                (before, only) -> before.with(look.update(), look.flow().error()));
    }

    /** Takes in a look and returns what is to be drawn. */
    FlowData with(FlowLook look) {
        GradientFlow flow = look.flow();
        WaterfallData grown = grow(look);
        seen = look.sequence();
        return new FlowData(look.update(), curve(flow.error()), curve(flow.input()), stretch(look), words(look), grown);
    }

    private static Curve curve(double[] sizes) {
        double[] x = new double[sizes.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = t + 1;
        }
        return new Curve(x, sizes);
    }

    private static FlowData.Stretch stretch(FlowLook look) {
        GradientFlow followed = look.followed();
        double[] x = new double[followed.steps().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = followed.steps()[i] + 1;
        }
        return new FlowData.Stretch(
                look.followedAt(),
                new Curve(x, followed.largest()),
                new Curve(x, followed.middle()),
                new Curve(x, followed.smallest()),
                new Curve(x, followed.bounds()));
    }

    /** Of the network that is shown: of its Jacobians where they are known, else of the sizes and why there are no Jacobians. */
    private static String words(FlowLook look) {
        String words = FlowWords.of(look.flow());
        if (words.isEmpty()) {
            return "";
        }
        String when = "At update " + Numbers.whole(look.update()) + ": ";
        String why = look.flow().jacobians().sentence();
        return when
                + words.substring(0, 1).toLowerCase(Locale.ROOT)
                + words.substring(1)
                + (why.isEmpty() ? "" : " " + why);
    }
}
