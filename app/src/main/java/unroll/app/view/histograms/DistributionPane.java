package unroll.app.view.histograms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.chart.Curve;
import unroll.app.chart.HistogramPlot;
import unroll.app.chart.Ink;
import unroll.app.chart.Line;
import unroll.app.chart.LinePlot;
import unroll.app.chart.NamedCurve;
import unroll.app.chart.Ribbon;
import unroll.app.chart.Swatch;
import unroll.app.control.Em;
import unroll.app.control.Numbers;
import unroll.engine.analysis.Distribution;
import unroll.engine.plot.Scale;

/** Percentiles of numbers over the updates, as bands around their median, beside a histogram of the numbers as they are. */
final class DistributionPane extends Pane {
    /** The histogram's share of the width, and the font sizes of width that it needs. */
    private static final double HISTOGRAM = 0.28;

    private static final double NARROWEST = 15;

    /** Room at both ends of the upright axis, as a share of it. */
    private static final double ROOM = 0.06;

    /** The axis of the updates is at least so long, for there is nothing between two of them. */
    private static final int SHORTEST = 10;

    /** Few looks are marked. */
    private static final int MARKED = 40;

    private static final int MEDIAN = Distribution.COUNT / 2;

    private final LinePlot plot = new LinePlot(30);
    private final HistogramPlot histogram = new HistogramPlot();
    private final Label head;
    private final Label broken = new Label();
    private final Em em = new Em();
    private List<Look> past = List.of();
    private Function<Look, Distribution> which = Look::weights;
    private Scale across = Scale.upTo(1);

    /**
     * A pane of no numbers yet.
     *
     * @param name what they are
     * @param below whether the numbers of the updates stand below
     */
    DistributionPane(String name, String help, boolean below) {
        head = new Swatch(Ink.MAIN)
                .named(
                        name + ": median, bands 16 to 84 % and 1 to 99 %",
                        help
                                + "\n"
                                + "Half of them lie below the median, 16 % below the inner band, 1 % below the outer"
                                + " one.\n"
                                + "Red: some are not finite.");
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setMaxHeight(Double.MAX_VALUE);
        broken.getStyleClass().add("broken");
        broken.setManaged(false);
        broken.setVisible(false);
        broken.setMouseTransparent(true);
        plot.setNumbersBelow(below);
        if (below) {
            plot.setNames("updates", "");
        }
        getChildren().addAll(em, plot, histogram, head, broken);
    }

    /** The percentile of that index over the updates. */
    static Curve percentile(int i, List<Look> past, Function<Look, Distribution> which) {
        return new Curve(
                past.stream().mapToDouble(Look::update).toArray(),
                past.stream()
                        .mapToDouble(look -> which.apply(look).percentiles()[i])
                        .toArray());
    }

    /** Shows the numbers as they are. */
    void show(Histograms.Sample now) {
        histogram.numbersProperty().set(now.numbers());
        int lost = now.distribution().broken();
        broken.setText(Numbers.whole(lost) + " not finite");
        broken.setVisible(lost > 0);
        requestLayout();
    }

    /** Shows how they were distributed. */
    void show(List<Look> looks, Function<Look, Distribution> of) {
        past = looks;
        which = of;
        for (Region part : List.of(plot, histogram, head)) {
            part.setVisible(!looks.isEmpty());
        }
        if (!looks.isEmpty()) {
            long first = looks.getFirst().update();
            across = new Scale(first, Math.max(first + SHORTEST, looks.getLast().update()), false);
            draw();
        }
    }

    private void draw() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < Distribution.COUNT; i++) {
            curves.add(percentile(i, past, which));
        }
        List<Ribbon> bands = new ArrayList<>();
        for (int i = 0; i < MEDIAN; i++) {
            bands.add(new Ribbon(curves.get(i), curves.get(Distribution.COUNT - 1 - i), Ink.MAIN));
        }
        Scale up = up(curves);
        plot.show(
                across,
                up,
                List.of(
                        new Line(lost(up), Ink.BROKEN, 1, false, false),
                        new Line(curves.get(MEDIAN), Ink.MAIN, 1.6f, past.size() <= MARKED, false)),
                List.of(),
                bands);
        plot.read(update -> "update " + update, readings(curves));
    }

    /** The percentiles; of looks with numbers that are not finite, also how many those are. */
    private List<NamedCurve> readings(List<Curve> percentiles) {
        List<NamedCurve> readings = new ArrayList<>();
        for (int i = 0; i < Distribution.COUNT; i++) {
            readings.add(
                    new NamedCurve(i == MEDIAN ? "median" : (int) Distribution.percent(i) + " %", percentiles.get(i)));
        }
        double[] counts = past.stream()
                .mapToDouble(look -> which.apply(look).broken())
                .map(count -> count == 0 ? Double.NaN : count)
                .toArray();
        readings.add(
                new NamedCurve("not finite", new Curve(percentiles.getFirst().x(), counts)));
        return readings;
    }

    /** From the least to the most of what is drawn. */
    private static Scale up(List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            for (double y : curve.y()) {
                if (Double.isFinite(y)) {
                    low = Math.min(low, y);
                    high = Math.max(high, y);
                }
            }
        }
        if (low > high) {
            return new Scale(-1, 1, false);
        }
        double width = high > low ? high - low : Math.max(Math.abs(high), Float.MIN_NORMAL);
        return new Scale(low - ROOM * width, high + ROOM * width, false);
    }

    /** Upright lines at the updates after which some numbers were not finite. */
    private Curve lost(Scale up) {
        double[] updates = past.stream()
                .filter(look -> which.apply(look).broken() > 0)
                .mapToDouble(Look::update)
                .toArray();
        double[] heights = {up.low(), up.high(), Double.NaN};
        double[] x = new double[heights.length * updates.length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = updates[i / heights.length];
            y[i] = heights[i % heights.length];
        }
        return new Curve(x, y);
    }

    @Override
    protected void layoutChildren() {
        double line = head.prefHeight(-1);
        double beside = Math.floor(HISTOGRAM * getWidth());
        boolean wide = beside >= NARROWEST * em.size();
        histogram.setVisible(wide && !past.isEmpty());
        double width = wide ? getWidth() - beside : getWidth();
        head.resizeRelocate(0, 0, Math.min(head.prefWidth(-1), width), line);
        broken.autosize();
        broken.relocate(Math.max(0, getWidth() - broken.getWidth()), 0);
        plot.resizeRelocate(0, line, width, Math.max(0, getHeight() - line));
        histogram.resizeRelocate(width, line, beside, Math.max(0, getHeight() - line));
    }
}
