package unroll.app.view.perturb;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import unroll.app.chart.Ink;
import unroll.app.chart.LinePlot;
import unroll.app.chart.StepCursor;
import unroll.app.chart.SteppedView;
import unroll.app.chart.Swatch;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** Two runs over a sequence that part: a line of each over the time steps, and below on a logarithmic axis how far apart they are. */
public final class ForkView extends SteppedView<ForkData> {
    /** The two lines' share of the height. */
    private static final double LINES = 0.46;

    private final LinePlot lines = new LinePlot(22);
    private final LinePlot apart = new LinePlot(26);
    private final FittingRow upper = new FittingRow();
    private final FittingRow lower = new FittingRow();
    private final Label name = new Label();

    public ForkView() {
        super(ForkData.EMPTY);
        getStyleClass().add("fork-view");
        setAccessibleText(
                "The network unperturbed and perturbed over the time steps, and the distance between the two");
        name.getStyleClass().add("axis-label");
        legends();
        lines.setNumbersBelow(false);
        apart.setNames("t", "");
        begin(apart::area, (step, y) -> reading(step), List.of(lines, apart, upper, lower));
    }

    private void legends() {
        for (FittingRow legend : List.of(upper, lower)) {
            legend.getStyleClass().add("legend");
        }
        upper.addYielding(2, name);
        upper.addYielding(1, new Swatch(Ink.QUIET).named("unperturbed", "The network left alone."));
        upper.addStaying(
                3, new Swatch(Ink.MAIN).named("perturbed", "The same network on the same sequence, perturbed."));
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
                                "at these steps",
                                "The steps at which something is done. The dashed line is the mean growth of a small\n"
                                        + "difference by itself: steady growth is straight here."));
    }

    @Override
    protected ForkView another() {
        return new ForkView();
    }

    @Override
    protected void draw(ForkData now) {
        name.setText(now.name());
        Scale across = ForkScales.across(now);
        Scale up = ForkScales.lines(now);
        Scale distances = ForkScales.distances(now);
        lines.show(across, up, ForkScales.both(now), List.of(), ForkScales.spans(now, up));
        apart.show(across, distances, ForkScales.apart(now), List.of(), ForkScales.spans(now, distances));
    }

    @Override
    protected void layoutDrawing(double width, double height) {
        double line = upper.prefHeight(-1);
        double room = Math.max(0, height - 2 * line);
        double high = Math.floor(LINES * room);
        double top = 2 * line + high;
        upper.resizeRelocate(0, 0, width, line);
        lines.resizeRelocate(0, line, width, high);
        lower.resizeRelocate(0, line + high, width, line);
        apart.resizeRelocate(0, top, width, Math.max(1, room - high));
        lines.layout();
        apart.layout();
        Rectangle2D area = apart.area();
        layoutCursor(
                new StepCursor.Span(line, line + lines.area().getMaxY()),
                new StepCursor.Span(top + area.getY(), top + area.getMaxY()));
        layoutHint(new Rectangle2D.Double(area.getX(), top + area.getY(), area.getWidth(), area.getHeight()));
    }

    private String reading(int step) {
        ForkData now = dataProperty().get();
        return String.format(
                Locale.ROOT,
                "t = %d\n%s %s, perturbed %s\nstates %s\noutputs %s",
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
