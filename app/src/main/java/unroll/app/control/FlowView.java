package unroll.app.control;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.engine.plot.Scale;

/** Error signals over the time steps: as curves for the network as it is, and below them as a waterfall for how it became so. */
public final class FlowView extends Pane implements Tabled, OverTime {
    /** The curves' share of the height. */
    private static final double CURVES = 0.46;

    private static final double GAP = 6;

    private final ObjectProperty<FlowData> data = new SimpleObjectProperty<>(this, "data", FlowData.EMPTY);
    private final IntegerProperty time = new SimpleIntegerProperty(this, "time");
    private final LinePlot plot = new LinePlot(26);
    private final Waterfall waterfall = new Waterfall();
    private final FittingRow legend = new FittingRow();
    private final Label input =
            entry(Ink.SECOND, "|dL/dv|", "How much the loss would change with the input at each step.");
    private final Label stretch = entry(
            Ink.RIBBON,
            "stretch of ds_T/ds_t",
            "How much the way from the last step back to step t makes of an error, from the direction that shrinks\n"
                    + "most to the one that grows most; dashed: the middle one. Singular values of the Jacobian.");
    private final Label words = new Label();
    private final Label hint = new Label("A row is added at every look while it trains.");
    private final Label readout = new Label();
    private final Region cursor = new Region();

    public FlowView() {
        getStyleClass().add("flow-view");
        setMinSize(0, 0);
        setAccessibleText("Gradient flow: the size of error signals over the time steps, now and at earlier updates");
        cursor.getStyleClass().add("time-cursor");
        readout.getStyleClass().add("readout");
        readout.setVisible(false);
        words.getStyleClass().add("flow-words");
        words.setWrapText(true);
        hint.getStyleClass().add("muted");
        for (Region floating : List.of(cursor, readout, hint)) {
            floating.setMouseTransparent(true);
            floating.setManaged(false);
        }
        legend.getStyleClass().add("legend");
        Label error = entry(
                Ink.MAIN,
                "|dL/dh|",
                "The size of the error signal that arrives at the hidden state of each step, on its way\n"
                        + "back from all later steps.");
        legend.addStaying(0, error);
        legend.addYielding(1, input, data.map(now -> now.input().size() > 0));
        legend.addYielding(2, stretch, data.map(now -> now.stretch().largest().size() > 0));
        getChildren().setAll(plot, waterfall, legend, words, hint, cursor, readout);
        setOnMousePressed(this::point);
        setOnMouseDragged(this::point);
        setOnMouseMoved(this::read);
        setOnMouseExited(event -> readout.setVisible(false));
        data.subscribe(this::redraw);
        time.subscribe(this::requestLayout);
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

    private static Label entry(Ink ink, String name, String help) {
        Label label = new Swatch(ink).named(name);
        label.setTooltip(new Tooltip(help));
        return label;
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
        double below = words.getText().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        double high = Math.max(0, getHeight() - line - below);
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
        layoutCursor(area, line, top + waterfall.getHeight());
    }

    private void layoutCursor(Rectangle2D area, double top, double bottom) {
        int steps = data.get().steps();
        cursor.setVisible(steps > 0 && time.get() < steps);
        double x = area.getX() + area.getWidth() * (time.get() + 0.5) / Math.max(1, steps);
        cursor.resizeRelocate(Math.rint(x) - 1, top, 2, Math.max(0, bottom - top));
    }

    // The mouse

    /** The time step at a place across, from 0; -1 where there is none. */
    private int stepAt(double x) {
        Rectangle2D area = plot.area();
        double step = (x - area.getX()) / area.getWidth() * data.get().steps();
        return step >= 0 && step < data.get().steps() ? (int) step : -1;
    }

    private void point(MouseEvent mouse) {
        int step = stepAt(mouse.getX());
        if (step >= 0 && mouse.getY() < waterfall.getLayoutY() + waterfall.getHeight() && !time.isBound()) {
            time.set(step);
        }
    }

    private void read(MouseEvent mouse) {
        int step = stepAt(mouse.getX());
        int row = waterfall.rowAt(mouse.getY() - waterfall.getLayoutY());
        boolean above = mouse.getY() < waterfall.getLayoutY();
        readout.setVisible(step >= 0 && (above || row >= 0));
        if (readout.isVisible()) {
            readout.setText(above ? FlowReading.now(data.get(), step) : FlowReading.past(data.get(), row, step));
            readout.autosize();
            double x = mouse.getX() + 14;
            double y = mouse.getY() + 14;
            readout.relocate(
                    Math.rint(Math.max(0, x + readout.getWidth() > getWidth() ? x - 24 - readout.getWidth() : x)),
                    Math.rint(y + readout.getHeight() > getHeight() ? y - 20 - readout.getHeight() : y));
        }
    }
}
