package unroll.app.view.flow;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import unroll.app.chart.Ink;
import unroll.app.chart.LinePlot;
import unroll.app.chart.StepCursor;
import unroll.app.chart.Swatch;
import unroll.app.control.FittingRow;
import unroll.app.control.OverTime;
import unroll.app.control.Table;
import unroll.app.control.Tabled;
import unroll.engine.plot.Scale;

/** Error signals over the time steps: as curves for the network as it is, and below them as a waterfall for how it became so. */
public final class FlowView extends Pane implements Tabled, OverTime {
    /** The curves' share of the height. */
    private static final double CURVES = 0.46;

    private static final double GAP = 6;

    /** Less height is too little for curves and waterfall. */
    private static final double LEAST = 80;

    private final ObjectProperty<FlowData> data = new SimpleObjectProperty<>(this, "data", FlowData.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final LinePlot plot = new LinePlot(26);
    private final Waterfall waterfall = new Waterfall();
    private final FittingRow legend = new FittingRow();
    private final Label input =
            new Swatch(Ink.SECOND).named("|dL/dv|", "How much the loss would change with the input at each step.");
    private final Label stretch = new Swatch(Ink.RIBBON)
            .named(
                    "stretch of ds_T/ds_t",
                    "How much the way from the last step back to step t makes of an error, from the direction that"
                        + " shrinks\n"
                        + "most to the one that grows most; dashed: the middle one. Singular values of the Jacobian.");
    private final Label words = new Label();
    private final Label hint = new Label("A row is added at every look while it trains.");
    private final StepCursor cursor;

    public FlowView() {
        getStyleClass().add("flow-view");
        setMinSize(0, 0);
        setAccessibleText("Gradient flow: the size of error signals over the time steps, now and at earlier updates");
        words.getStyleClass().add("flow-words");
        words.setWrapText(true);
        hint.getStyleClass().add("muted");
        hint.setMouseTransparent(true);
        hint.setManaged(false);
        legend.getStyleClass().add("legend");
        Label error = new Swatch(Ink.MAIN)
                .named(
                        "|dL/dh|",
                        "The size of the error signal that arrives at the hidden state of each step, on its way\n"
                                + "back from all later steps.");
        legend.addStaying(0, error);
        legend.addYielding(1, input, data.map(now -> now.input().size() > 0));
        legend.addYielding(2, stretch, data.map(now -> now.stretch().largest().size() > 0));
        getChildren().setAll(plot, waterfall, legend, words, hint);
        cursor = new StepCursor(this, plot::area, this::reading);
        data.subscribe(this::redraw);
        redraw();
    }

    /** What is shown. */
    public ObjectProperty<FlowData> dataProperty() {
        return data;
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
    public FlowView node() {
        return this;
    }

    @Override
    public FlowView twin() {
        FlowView twin = new FlowView();
        twin.data.set(data.get());
        return twin;
    }

    private void redraw() {
        FlowData now = data.get();
        boolean begun = now.steps() > 0;
        plot.setVisible(begun);
        waterfall.setVisible(begun);
        legend.setVisible(begun);
        hint.setVisible(begun && now.past().rows().size() == 1);
        words.setText(now.words());
        Scale across = new Scale(0.5, Math.max(1, now.steps()) + 0.5, false);
        plot.show(across, FlowScales.up(now), FlowScales.lines(now), List.of(), FlowScales.ribbon(now));
        waterfall.show(now.past());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double line = legend.prefHeight(-1);
        double width = getWidth();
        double room = getHeight() - line;
        double below = words.getText().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        words.setVisible(room - below >= LEAST); // where there is little room the curves have it
        below = words.isVisible() ? below : 0;
        double high = Math.max(0, room - below);
        double curves = Math.floor(CURVES * high);
        double right = Waterfall.LEGEND_ROOM;
        legend.resizeRelocate(0, 0, Math.max(0, width - right), line);
        plot.resizeRelocate(0, line, Math.max(0, width - right + LinePlot.RIGHT), curves);
        plot.layout();
        Rectangle2D area = plot.area();
        double top = line + curves + GAP;
        waterfall.resizeRelocate(0, top, width, Math.max(1, high - curves - GAP));
        waterfall.align(Math.rint(area.getX()), Math.rint(area.getWidth()));
        words.resizeRelocate(0, getHeight() - below + GAP, width, Math.max(0, below - GAP));
        hint.autosize();
        hint.relocate(Math.rint(area.getCenterX() - hint.getWidth() / 2), Math.rint(top + waterfall.getHeight() / 2));
        cursor.layout(line, top + waterfall.getHeight());
    }

    private String reading(int step, double y) {
        double within = y - waterfall.getLayoutY();
        if (within < 0) {
            return FlowReading.now(data.get(), step);
        }
        int row = waterfall.rowAt(within);
        return row < 0 ? "" : FlowReading.past(data.get(), row, step);
    }
}
