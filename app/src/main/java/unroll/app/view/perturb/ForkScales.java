package unroll.app.view.perturb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import unroll.app.chart.Curve;
import unroll.app.chart.Decades;
import unroll.app.chart.Ink;
import unroll.app.chart.Line;
import unroll.app.chart.Ribbon;
import unroll.engine.plot.Scale;

/** The axes of a {@link ForkView} and what is drawn on them. */
final class ForkScales {
    /** More decades than double precision tells apart would be empty. */
    private static final int MOST_DECADES = 16;

    private static final int FEWEST_DECADES = 3;

    /** Room above and below the lines, as a share of what they take. */
    private static final double MARGIN = 0.06;

    private ForkScales() {}

    static Scale across(ForkData data) {
        return new Scale(0.5, Math.max(1, data.steps()) + 0.5, false);
    }

    /** Both lines and 0, so that small changes of a large number look small. */
    static Scale lines(ForkData data) {
        double[] finite = DoubleStream.concat(Arrays.stream(data.undisturbed()), Arrays.stream(data.disturbed()))
                .filter(Double::isFinite)
                .toArray();
        double low = Math.min(0, Arrays.stream(finite).min().orElse(0));
        double high = Math.max(0, Arrays.stream(finite).max().orElse(1));
        high = high > low ? high : low + 1;
        double margin = MARGIN * (high - low);
        return new Scale(low - margin, high + margin, false);
    }

    /** Whole decades with every distance that is not 0. */
    static Scale distances(ForkData data) {
        double[] exponents = DoubleStream.concat(Arrays.stream(data.states()), Arrays.stream(data.outputs()))
                .filter(d -> d > 0 && Double.isFinite(d))
                .map(Math::log10)
                .toArray();
        double low = Arrays.stream(exponents).min().orElse(Double.NaN);
        double high = Arrays.stream(exponents).max().orElse(Double.NaN);
        return Decades.around(low, high, FEWEST_DECADES, MOST_DECADES).scale();
    }

    static List<Line> both(ForkData data) {
        return List.of(
                new Line(ForkData.over(data.undisturbed()), Ink.QUIET, 2.6f, false, false),
                new Line(ForkData.over(data.disturbed()), Ink.MAIN, 1.6f, false, false));
    }

    static List<Line> apart(ForkData data) {
        Line outputs = apart(data.outputs(), Ink.SECOND);
        Line states = apart(data.states(), Ink.MAIN);
        Optional<Line> growth = data.growth().map(span -> growth(data.states(), span));
        return growth.map(line -> List.of(outputs, states, line)).orElse(List.of(outputs, states));
    }

    private static Line apart(double[] distances, Ink ink) {
        return new Line(ForkData.gapped(distances), ink, 1.8f, lonely(distances), false);
    }

    /** Whether a distance stands between two that are 0, where a line alone would not show it. */
    private static boolean lonely(double[] distances) {
        for (int t = 0; t < distances.length; t++) {
            boolean before = t > 0 && distances[t - 1] > 0;
            boolean after = t + 1 < distances.length && distances[t + 1] > 0;
            if (distances[t] > 0 && !before && !after) {
                return true;
            }
        }
        return false;
    }

    /** On a logarithmic axis steady growth is a straight line. */
    private static Line growth(double[] states, ForkData.Span span) {
        int last = span.to() - 1;
        return new Line(
                new Curve(new double[] {span.from() + 1, last + 1}, new double[] {states[span.from()], states[last]}),
                Ink.LABEL,
                1.6f,
                false,
                true);
    }

    /** Where something is done, from the bottom of an axis to its top. */
    static List<Ribbon> spans(ForkData data, Scale up) {
        return data.spans().stream()
                .map(span -> {
                    double[] x = {span.from() + 0.5, span.to() + 0.5};
                    return new Ribbon(
                            new Curve(x, new double[] {up.low(), up.low()}),
                            new Curve(x, new double[] {up.high(), up.high()}));
                })
                .toList();
    }
}
