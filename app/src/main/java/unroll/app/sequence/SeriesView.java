package unroll.app.sequence;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.chart.Curve;
import unroll.app.chart.Ink;
import unroll.app.chart.Line;
import unroll.app.chart.LinePlot;
import unroll.app.chart.NamedCurve;
import unroll.app.chart.Swatch;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** Numbers over the time steps, one strip each: truth, prediction and free run, with the shared time cursor. */
public final class SeriesView extends Pane {
    /** More strips than this would be too low to read. */
    private static final int MOST = 5;

    /** Where the lines begin, right of the numbers. */
    private static final double NAME_LEFT = 46;

    /** The truth is drawn below the others and wider, so that it is seen where they agree. */
    private static final float WIDE = 2.6f;

    private final ObjectProperty<Channels> channels =
            new SimpleObjectProperty<>(this, "channels", new Channels(List.of(), List.of(), List.of()));
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");

    private final List<LinePlot> plots = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final Region cursor = new Region();
    private final HBox legend = new HBox();

    public SeriesView() {
        getStyleClass().add("series-view");
        setMinSize(0, 0);
        cursor.getStyleClass().add("time-cursor");
        cursor.setMouseTransparent(true);
        cursor.setManaged(false);
        legend.getStyleClass().add("legend");
        channels.subscribe(this::show);
        time.subscribe(this::requestLayout);
        show();
    }

    /** What is shown, top to bottom; the first few of many. */
    public ObjectProperty<Channels> channelsProperty() {
        return channels;
    }

    /** The time step that is marked, from 0. */
    public IntegerProperty timeProperty() {
        return time;
    }

    private void show() {
        List<Channel> shown = channels.get()
                .all()
                .subList(0, Math.min(MOST, channels.get().all().size()));
        List<String> times = channels.get().times();
        Channels.Lines called = channels.get().lines();
        if (plots.size() != shown.size()) {
            build(shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            Channel channel = shown.get(i);
            names.get(i).setText(channel.name());
            List<Line> lines = List.of(
                    line(channel.truth(), Ink.QUIET, false),
                    line(channel.prediction(), Ink.MAIN, false),
                    line(channel.freeRun(), Ink.SECOND, true));
            plots.get(i)
                    .read(
                            step -> "t = " + step + time(times, step),
                            List.of(
                                    new NamedCurve(
                                            called.truth(), lines.getFirst().curve()),
                                    new NamedCurve(
                                            called.prediction(), lines.get(1).curve()),
                                    new NamedCurve(
                                            called.freeRun(), lines.getLast().curve())));
            plots.get(i).setWordsAcross(times.isEmpty() ? Numbers::tick : step -> word(times, step));
            plots.get(i)
                    .show(
                            new Scale(1, Math.max(2, channel.truth().length), false),
                            range(channel, called.near()),
                            lines,
                            List.of());
        }
        legend.getChildren().setAll(new Swatch(Ink.MAIN).named(called.prediction()));
        if (!called.truth().isEmpty()) {
            legend.getChildren().addFirst(new Swatch(Ink.QUIET).named(called.truth()));
        }
        if (shown.stream().anyMatch(channel -> Channel.holdsNumbers(channel.freeRun()))) {
            legend.getChildren().add(new Swatch(Ink.SECOND).named(called.freeRun()));
        }
        requestLayout();
    }

    /** When a step was, from 1; empty between steps and where nobody knows. */
    private static String word(List<String> times, double step) {
        int t = (int) Math.rint(step) - 1;
        return step == t + 1 && t >= 0 && t < times.size() ? times.get(t) : "";
    }

    /** The same beside the number of a step, as it is written. */
    private static String time(List<String> times, String step) {
        String digits = step.replaceAll("\\D", "");
        String word = digits.isEmpty() ? "" : word(times, Double.parseDouble(digits));
        return word.isEmpty() ? "" : ", " + word;
    }

    private void build(int count) {
        plots.clear();
        names.clear();
        getChildren().clear();
        for (int i = 0; i < count; i++) {
            Label name = new Label();
            name.getStyleClass().add("axis-label");
            names.add(name);
            plots.add(new LinePlot(30));
        }
        for (int i = 0; i < count; i++) {
            plots.get(i).setNumbersBelow(i == count - 1);
            plots.get(i).setNames(i == count - 1 ? "t" : "", "");
        }
        getChildren().addAll(plots);
        getChildren().addAll(names);
        getChildren().addAll(legend, cursor);
    }

    private static Line line(float[] values, Ink ink, boolean dashed) {
        double[] x = new double[values.length];
        double[] y = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            x[t] = t + 1;
            y[t] = values[t];
        }
        return new Line(new Curve(x, y), ink, ink == Ink.QUIET ? WIDE : 1.6f, sparse(values), dashed);
    }

    /** Whether there are so few numbers that a line alone would not show them. */
    private static boolean sparse(float[] values) {
        int count = 0;
        for (float value : values) {
            count += Float.isNaN(value) ? 0 : 1;
        }
        return count <= 3;
    }

    /**
     * Around the truth, and as far beyond it as predictions and the free run go, but no farther than the truth is wide: what leaves it
     * does not shrink it to nothing. A truth of one value alone has the strip from 0 to it, of 0 alone that of a probability, from 0 to 1.
     *
     * @param near whether it is the truth that is to be seen; else all is
     */
    static Scale range(Channel channel, boolean near) {
        DoubleSummaryStatistics truth = finite(channel.truth());
        if (!near) {
            truth.combine(finite(channel.prediction()));
        }
        double low = truth.getMin() < truth.getMax() ? truth.getMin() : Math.min(0, truth.getMin());
        double high = truth.getMin() < truth.getMax() ? truth.getMax() : Math.max(0, truth.getMax());
        high = high > low ? high : low + 1;
        double wide = high - low;
        DoubleSummaryStatistics others = finite(channel.freeRun());
        others.combine(finite(channel.prediction()));
        double least = Math.max(Math.min(low, others.getMin()), low - wide);
        double most = Math.min(Math.max(high, others.getMax()), high + wide);
        double margin = 0.15 * wide;
        return new Scale(least == 0 ? -margin / 2 : least - margin, most + margin, false);
    }

    private static DoubleSummaryStatistics finite(float[] values) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (float value : values) {
            if (Float.isFinite(value)) {
                all.accept(value);
            }
        }
        return all;
    }

    @Override
    protected void layoutChildren() {
        double line = legend.prefHeight(-1);
        int count = plots.size();
        double high = count == 0 ? 0 : Math.floor((getHeight() - line) / count - line);
        double wide = legend.prefWidth(-1);
        legend.resizeRelocate(getWidth() - wide, 0, wide, line);
        double name = count == 0 ? 0 : NAME_LEFT + names.getFirst().prefWidth(-1);
        legend.setVisible(name < getWidth() - wide); // both lie in the same line
        for (int i = 0; i < count; i++) {
            double top = i * (high + line);
            names.get(i).relocate(NAME_LEFT, top);
            names.get(i).autosize();
            plots.get(i).resizeRelocate(0, top + line, getWidth(), i == count - 1 ? high + line : high);
        }
        cursor.setVisible(count > 0);
        if (count > 0) {
            plots.getFirst().layout();
            var area = plots.getFirst().area();
            int steps = Math.max(2, channels.get().all().getFirst().truth().length);
            double x = area.getX() + area.getWidth() * time.get() / (steps - 1);
            cursor.resizeRelocate(Math.rint(x) - 1, line, 2, Math.max(0, getHeight() - 2 * line));
        }
    }
}
