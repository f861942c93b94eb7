package unroll.app.view.shares;

import java.awt.geom.Rectangle2D;
import java.util.List;
import unroll.app.chart.Ink;
import unroll.app.chart.Level;
import unroll.app.chart.Line;
import unroll.app.chart.LinePlot;
import unroll.app.chart.StepCursor;
import unroll.app.chart.SteppedView;
import unroll.app.chart.Swatch;
import unroll.app.control.FittingRow;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** A bar for each use of a weight, and below their running sum, which ends at the gradient. */
final class SharesView extends SteppedView<SharesData> {
    /** The bars' share of the height. */
    private static final double BARS = 0.5;

    /** All bars together are so wide, each within these widths. */
    private static final double TOGETHER = 240;

    private static final double WIDEST = 14;

    private final LinePlot bars = new LinePlot(26);
    private final LinePlot sums = new LinePlot(26);
    private final FittingRow upper = new FittingRow();
    private final FittingRow lower = new FittingRow();

    SharesView() {
        super(SharesData.EMPTY);
        getStyleClass().add("shares-view");
        setAccessibleText(
                "The gradient of a weight: what its use at each time step contributes, and their running sum");
        for (FittingRow legend : List.of(upper, lower)) {
            legend.getStyleClass().add("legend");
        }
        upper.addStaying(
                1,
                new Swatch(Ink.MAIN)
                        .named(
                                "dL/dw of a step",
                                "What the use of the weight at this step contributes: the error of what it leads to,\n"
                                        + "times the number that it was given."));
        lower.addStaying(
                2,
                new Swatch(Ink.SECOND)
                        .named("running sum", "The shares up to this step together; the last is the gradient."));
        bars.setNumbersBelow(false);
        sums.setNames("t", "");
        begin(sums::area, (step, y) -> reading(step), List.of(bars, sums, upper, lower));
    }

    @Override
    protected SharesView another() {
        return new SharesView();
    }

    @Override
    protected void draw(SharesData now) {
        Scale across = new Scale(0.5, Math.max(1, now.steps()) + 0.5, false);
        float width = (float) Math.clamp(TOGETHER / Math.max(1, now.steps()), 1.5, WIDEST);
        Level zero = new Level("", 0);
        bars.show(
                across,
                SharesData.up(now.each()),
                List.of(new Line(now.bars(), Ink.MAIN, width, false, false)),
                List.of(zero));
        List<Level> levels = now.shares()
                .map(shares -> List.of(zero, new Level("gradient", shares.gradient())))
                .orElse(List.of(zero));
        sums.show(
                across,
                SharesData.up(now.sums()),
                List.of(new Line(SharesData.over(now.sums()), Ink.SECOND, 1.8f, now.steps() < 60, false)),
                levels);
    }

    @Override
    protected void layoutDrawing(double width, double height) {
        double line = upper.prefHeight(-1);
        double room = Math.max(0, height - 2 * line);
        double high = Math.floor(BARS * room);
        double top = 2 * line + high;
        upper.resizeRelocate(0, 0, width, line);
        bars.resizeRelocate(0, line, width, high);
        lower.resizeRelocate(0, line + high, width, line);
        sums.resizeRelocate(0, top, width, Math.max(1, room - high));
        bars.layout();
        sums.layout();
        Rectangle2D area = sums.area();
        layoutCursor(
                new StepCursor.Span(line, line + bars.area().getMaxY()),
                new StepCursor.Span(top + area.getY(), top + area.getMaxY()));
        layoutHint(new Rectangle2D.Double(area.getX(), top + area.getY(), area.getWidth(), area.getHeight()));
    }

    private String reading(int step) {
        SharesData now = dataProperty().get();
        return "t = " + (step + 1) + "\nshare " + Numbers.measured(now.each()[step]) + "\nsum "
                + Numbers.measured(now.sums()[step]);
    }
}
