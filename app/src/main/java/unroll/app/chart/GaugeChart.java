package unroll.app.chart;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/** One reading of an optimiser over the updates: hovering reads it, a click chooses the update. */
public final class GaugeChart extends Pane {
    /** A curve of at most so many updates has its points marked. */
    private static final int MARKED = 60;

    private final LinePlot plot = new LinePlot(26);
    private final Label name = new Label();
    private final Label value = new Label();
    private final Region hair = new Region();
    private final Region here = new Region();
    private final Tooltip tip = new Tooltip();

    private GaugeData data = new GaugeData("", "", Curve.EMPTY, false, List.of());
    private Scale across = Scale.upTo(1);
    private long chosen;
    private long hovered;

    public GaugeChart(LongConsumer choose) {
        getStyleClass().add("gauge-chart");
        setMinSize(0, 0);
        name.getStyleClass().add("axis-label");
        value.getStyleClass().add("gauge-value");
        hair.getStyleClass().add("hair");
        here.getStyleClass().add("time-cursor");
        for (Region floating : List.of(hair, here)) {
            floating.setManaged(false);
            floating.setVisible(false);
            floating.setMouseTransparent(true);
        }
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        Tooltip.install(name, tip);
        getChildren().addAll(plot, name, value, hair, here);
        setOnMouseMoved(mouse -> hover(updateAt(mouse)));
        setOnMouseExited(mouse -> hover(0));
        setOnMouseClicked(mouse -> {
            long update = updateAt(mouse);
            if (update > 0) {
                choose.accept(update);
            }
        });
    }

    public void show(GaugeData next) {
        data = next;
        name.setText(next.name());
        tip.setText(next.help());
        across = GaugeScales.across(next);
        Scale up = GaugeScales.up(next);
        boolean marked = next.curve().size() <= MARKED;
        Line line = new Line(GaugeScales.within(up, next.curve()), Ink.MAIN, 1.6f, marked, false);
        List<Level> levels =
                next.levels().stream().map(level -> new Level("", level)).toList();
        plot.show(across, up, List.of(line), levels);
        read();
    }

    /** Marks an update; 0 for none. */
    public void choose(long update) {
        chosen = update;
        read();
    }

    /** Whether the numbers of the updates stand below. */
    public void setNumbersBelow(boolean shown) {
        plot.setNumbersBelow(shown);
    }

    private void hover(long update) {
        hovered = update;
        read();
    }

    /** Shows the number under the mouse, or else at the chosen update, or else the newest. */
    private void read() {
        Curve curve = data.curve();
        long wanted = hovered > 0 ? hovered : chosen;
        int i = wanted > 0 ? curve.indexAt((double) wanted) : curve.size() - 1;
        boolean known = i >= 0 && (wanted == 0 || curve.x()[i] == wanted);
        value.setText(known ? (hovered > 0 ? "update " + hovered + ": " : "") + words(curve.y()[i]) : "");
        requestLayout();
    }

    private static String words(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? Numbers.whole((long) number)
                : Numbers.measured(number);
    }

    private long updateAt(MouseEvent mouse) {
        var area = plot.area();
        double share = (mouse.getX() - plot.getLayoutX() - area.getX()) / area.getWidth();
        Curve curve = data.curve();
        int i = curve.indexAt(across.value(share) + 0.5);
        return share < -0.02 || share > 1.02 || curve.size() == 0 ? 0 : (long) curve.x()[Math.max(0, i)];
    }

    @Override
    protected void layoutChildren() {
        double line = name.prefHeight(-1);
        double edge = plot.area().getX();
        name.autosize();
        name.relocate(edge, 0);
        double room = Math.max(0, getWidth() - edge - name.getWidth() - 24);
        double wide = Math.min(room, value.prefWidth(-1));
        value.resizeRelocate(getWidth() - 16 - wide, 0, wide, line);
        plot.resizeRelocate(0, line, getWidth(), Math.max(0, getHeight() - line));
        plot.layout();
        place(hair, hovered, 1);
        place(here, chosen, 2);
    }

    private void place(Region mark, long update, double width) {
        mark.setVisible(update > 0);
        if (update > 0) {
            var area = plot.area();
            double x = area.getX() + across.share((double) update) * area.getWidth();
            mark.resizeRelocate(Math.rint(x - width / 2), plot.getLayoutY() + area.getY(), width, area.getHeight());
        }
    }
}
