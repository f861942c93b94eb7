package unroll.app.view.flow;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.control.Label;
import unroll.app.chart.Ink;
import unroll.app.chart.LinePlot;
import unroll.app.chart.StepCursor;
import unroll.app.chart.SteppedView;
import unroll.app.chart.Swatch;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** Error signals over the time steps: as curves for the network as it is, and below them as a waterfall for how it became so. */
public final class FlowView extends SteppedView<FlowData> {
    /** The curves' share of the height. */
    private static final double CURVES = 0.46;

    private final LinePlot plot = new LinePlot(26);
    private final Waterfall waterfall = new Waterfall();
    private final FittingRow legend = new FittingRow();

    public FlowView() {
        super(FlowData.EMPTY);
        getStyleClass().add("flow-view");
        setAccessibleText("Gradient flow: the size of error signals over the time steps, now and at earlier updates");
        legend.getStyleClass().add("legend");
        Label error = new Swatch(Ink.MAIN)
                .named(
                        "|dL/dh|",
                        "The size of the error signal that arrives at the hidden state of each step, on its way\n"
                                + "back from all later steps.");
        Label input =
                new Swatch(Ink.SECOND).named("|dL/dv|", "How much the loss would change with the input at each step.");
        Label stretch = new Swatch(Ink.RIBBON)
                .named(
                        "stretch of ds_T/ds_t",
                        "By how much an error grows or shrinks on its way from the last step back to step t, from"
                                + " the\n"
                                + "direction that shrinks most to the one that grows most; dashed: the middle one."
                                + " Singular\n"
                                + "values of the Jacobian.");
        stretch.textProperty().bind(dataProperty().map(FlowView::stretched));
        legend.addStaying(0, error);
        legend.addYielding(1, input, dataProperty().map(now -> now.input().size() > 0));
        legend.addYielding(
                2, stretch, dataProperty().map(now -> now.stretch().largest().size() > 0));
        begin(plot::area, this::reading, List.of(plot, waterfall, legend));
    }

    /** While it trains Jacobians are multiplied only now and then. */
    private static String stretched(FlowData now) {
        long of = now.stretch().update();
        return "stretch of ds_T/ds_t" + (of == now.update() ? "" : " at update " + Numbers.whole(of));
    }

    @Override
    protected FlowView another() {
        return new FlowView();
    }

    @Override
    protected void draw(FlowData now) {
        hintProperty().set(now.past().rows().size() == 1 ? "A row is added at every look while it trains." : "");
        Scale across = new Scale(0.5, Math.max(1, now.steps()) + 0.5, false);
        plot.show(across, FlowScales.up(now), FlowScales.lines(now), List.of(), FlowScales.ribbon(now));
        waterfall.show(now.past());
    }

    @Override
    protected void layoutDrawing(double width, double height) {
        double line = legend.prefHeight(-1);
        double room = Math.max(0, height - line);
        double curves = Math.floor(CURVES * room);
        double right = waterfall.legendRoom();
        legend.resizeRelocate(0, 0, Math.max(0, width - right), line);
        plot.resizeRelocate(0, line, Math.max(0, width - right + plot.right()), curves);
        plot.layout();
        Rectangle2D area = plot.area();
        double top = line + curves + GAP;
        double down = Math.max(1, room - curves - GAP);
        waterfall.resizeRelocate(0, top, width, down);
        waterfall.align(Math.rint(area.getX()), Math.rint(area.getWidth()));
        double above = line + area.getMaxY();
        layoutCursor(new StepCursor.Span(line, above), new StepCursor.Span(top, top + down));
        layoutHint(new Rectangle2D.Double(area.getX(), top, area.getWidth(), down));
    }

    private String reading(int step, double y) {
        double within = y - waterfall.getLayoutY();
        if (within < 0) {
            return FlowReading.now(dataProperty().get(), step);
        }
        int row = waterfall.rowAt(within);
        return row < 0 ? "" : FlowReading.past(dataProperty().get(), row, step);
    }
}
