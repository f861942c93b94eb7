package unroll.app.view.perturb;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.chart.Ink;
import unroll.app.chart.LinePlot;
import unroll.app.chart.StepCursor;
import unroll.app.chart.Swatch;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Two ways that part: a line of each over the time steps, and below on a logarithmic axis how far apart they are. */
public final class ForkView extends Pane implements Tabled, OverTime {
    /** The two lines' share of the height. */
    private static final double LINES = 0.46;

    private static final double GAP = 6;

    /** Less height is too little for both lines. */
    private static final double LEAST = 80;

    private final ObjectProperty<ForkData> data = new SimpleObjectProperty<>(this, "data", ForkData.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final StringProperty hint = new SimpleStringProperty(this, "hint", "");
    private final LinePlot ways = new LinePlot(22);
    private final LinePlot apart = new LinePlot(26);
    private final FittingRow upper = new FittingRow();
    private final FittingRow lower = new FittingRow();
    private final Label name = new Label();
    private final Label words = new Label();
    private final Label hinted = new Label();
    private final StepCursor cursor;

    public ForkView() {
        getStyleClass().add("fork-view");
        setMinSize(0, 0);
        setAccessibleText(
                "The network undisturbed and disturbed over the time steps, and the distance between the two");
        name.getStyleClass().add("axis-label");
        words.getStyleClass().add("flow-words");
        words.setWrapText(true);
        hinted.getStyleClass().add("fork-hint");
        hinted.setWrapText(true);
        hinted.textProperty().bind(hint);
        hinted.setMouseTransparent(true);
        hinted.setManaged(false);
        legends();
        ways.setNumbersBelow(false);
        getChildren().setAll(ways, apart, upper, lower, words, hinted);
        cursor = new StepCursor(this, apart::area, (step, y) -> reading(step));
        data.subscribe(this::redraw);
        hint.subscribe(this::requestLayout);
        redraw();
    }

    private void legends() {
        for (FittingRow legend : List.of(upper, lower)) {
            legend.getStyleClass().add("legend");
        }
        upper.addYielding(2, name);
        upper.addYielding(1, new Swatch(Ink.QUIET).named("undisturbed", "The network left alone."));
        upper.addStaying(
                3, new Swatch(Ink.MAIN).named("disturbed", "The same network on the same sequence, perturbed."));
        String gap = "\nWhere the two are the same to the last bit there is no line: 0 has no logarithm.";
        lower.addStaying(
                3,
                new Swatch(Ink.MAIN)
                        .named(
                                "distance of states",
                                "How far apart the states are: the root of the summed squares of what differs in\n"
                                        + "what the network carries from step to step." + gap));
        lower.addYielding(
                2,
                new Swatch(Ink.SECOND)
                        .named(
                                "of outputs",
                                "How far apart the predictions of the two are, over all output channels." + gap));
        lower.addYielding(
                1,
                new Swatch(Ink.RIBBON)
                        .named(
                                "perturbed",
                                "The steps at which something is done. The dashed line is the mean growth of a small\n"
                                        + "difference by itself: steady growth is straight here."));
    }

    /** What is shown. */
    public ObjectProperty<ForkData> dataProperty() {
        return data;
    }

    /** What to do where there is nothing apart yet; empty if there is. */
    public StringProperty hintProperty() {
        return hint;
    }

    /** The time step that is marked, from 0; a click marks another. */
    @Override
    public IntegerProperty timeProperty() {
        return time;
    }

    @Override
    public List<Table> tables() {
        return data.get().tables();
    }

    @Override
    public int steps() {
        return data.get().steps();
    }

    @Override
    public ForkView node() {
        return this;
    }

    @Override
    public ForkView twin() {
        ForkView twin = new ForkView();
        twin.data.set(data.get());
        return twin;
    }

    private void redraw() {
        ForkData now = data.get();
        boolean begun = now.steps() > 0;
        for (Region part : List.of(ways, apart, upper, lower)) {
            part.setVisible(begun);
        }
        name.setText(now.name());
        words.setText(now.words());
        Scale across = ForkScales.across(now);
        Scale lines = ForkScales.lines(now);
        Scale distances = ForkScales.distances(now);
        ways.show(across, lines, ForkScales.ways(now), List.of(), ForkScales.spans(now, lines));
        apart.show(across, distances, ForkScales.apart(now), List.of(), ForkScales.spans(now, distances));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double line = upper.prefHeight(-1);
        double width = getWidth();
        double room = getHeight() - 2 * line;
        double below = words.getText().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        words.setVisible(room - below >= LEAST); // where there is little room the lines have it
        below = words.isVisible() ? below : 0;
        double high = Math.max(0, room - below);
        double lines = Math.floor(LINES * high);
        upper.resizeRelocate(0, 0, width, line);
        ways.resizeRelocate(0, line, width, lines);
        lower.resizeRelocate(0, line + lines, width, line);
        double top = 2 * line + lines;
        apart.resizeRelocate(0, top, width, Math.max(1, high - lines));
        words.resizeRelocate(0, getHeight() - below + GAP, width, Math.max(0, below - GAP));
        ways.layout();
        apart.layout();
        layoutHint(top);
        cursor.layout(line, top + apart.area().getMaxY());
    }

    private void layoutHint(double top) {
        Rectangle2D area = apart.area();
        double width = Math.min(hinted.prefWidth(-1), Math.max(0, area.getWidth() - 4 * GAP));
        double height = hinted.prefHeight(width);
        hinted.setVisible(!hint.get().isEmpty() && data.get().steps() > 0);
        hinted.resizeRelocate(
                Math.rint(area.getCenterX() - width / 2),
                Math.rint(top + area.getCenterY() - height / 2),
                width,
                height);
    }

    private String reading(int step) {
        ForkData now = data.get();
        return String.format(
                Locale.ROOT,
                "t = %d\n%s %s, disturbed %s\nstates %s\noutputs %s",
                step + 1,
                now.name(),
                Numbers.measured(now.undisturbed()[step]),
                Numbers.measured(now.disturbed()[step]),
                apart(now.states()[step]),
                apart(now.outputs()[step]));
    }

    private static String apart(double distance) {
        return distance == 0 ? "the same" : Numbers.measured(distance) + " apart";
    }
}
