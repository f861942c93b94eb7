package unroll.app.view.update;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.chart.Curve;
import unroll.app.chart.GaugeScales;
import unroll.app.chart.Ink;
import unroll.app.chart.Line;
import unroll.app.chart.LinePlot;
import unroll.app.chart.Readout;
import unroll.app.control.Numbers;
import unroll.engine.plot.Scale;

/**
 * The inner iterations of an update: the quadratic they minimise with the iterates that were looked back at and the one taken, and
 * below, where there is room, the residual.
 */
final class InnerChart extends Pane {
    /** Lower than this the residual has no room. */
    private static final double ROOM_FOR_RESIDUAL = 190;

    private static final double RESIDUAL_SHARE = 0.36;

    private static final double SHORTEST = 10;

    private final LinePlot quadratic = new LinePlot(30);
    private final LinePlot residual = new LinePlot(26);
    private final Label quadraticName = new Label("quadratic model");
    private final Label residualName = new Label("residual");
    private final HBox legend = new HBox(dot("looked back at", "dot-quiet"), dot("taken", "dot-second"));
    private final Region hair = new Region();
    private final Readout readout = new Readout();
    private final Label absent = new Label();

    private InnerData data = InnerData.EMPTY;
    private Scale across = Scale.upTo(SHORTEST);

    InnerChart() {
        getStyleClass().add("inner-chart");
        setMinSize(0, 0);
        quadraticName.getStyleClass().add("axis-label");
        Tooltip tip =
                new Tooltip("The quadratic model of the loss, which the inner iterations make small. Grey: iterates"
                        + " that the update looked back at when they had ended; orange: the one that it took.");
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        quadraticName.setTooltip(tip);
        residualName.setTooltip(new Tooltip("How far from the model's minimum: the gradient that is left."));
        residualName.getStyleClass().add("axis-label");
        legend.getStyleClass().add("legend");
        hair.getStyleClass().add("hair");
        absent.getStyleClass().add("muted");
        absent.setWrapText(true);
        for (Region floating : List.of(hair, readout)) {
            floating.setManaged(false);
            floating.setVisible(false);
            floating.setMouseTransparent(true);
        }
        getChildren().addAll(quadratic, residual, quadraticName, residualName, legend, absent, hair, readout);
        setOnMouseMoved(this::read);
        setOnMouseExited(mouse -> hover(false));
    }

    private static Node dot(String text, String style) {
        Region colour = new Region();
        colour.getStyleClass().addAll("dot", style);
        Label label = new Label(text, colour);
        label.getStyleClass().add("axis-label");
        return label;
    }

    /** Shows iterations; where there are none, says so in these words. */
    void show(InnerData next, String instead) {
        data = next;
        absent.setText(instead);
        Curve curve = next.quadratic();
        double last = curve.size() == 0 ? 0 : curve.x()[curve.size() - 1];
        across = Scale.upTo(Math.max(SHORTEST, last));
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(curve, Ink.MAIN, 1.8f, false, false));
        lines.add(points(next.kept(), Ink.QUIET));
        lines.add(points(next.taken().stream().boxed().toList(), Ink.SECOND));
        quadratic.show(across, GaugeScales.even(curve.y()), lines, List.of());
        residual.show(
                across,
                GaugeScales.logarithmic(next.residual().y()),
                List.of(new Line(next.residual(), Ink.QUIET, 1.4f, false, false)),
                List.of());
        hover(false);
        requestLayout();
    }

    /** Marks on the curve alone, for between two of them lies a gap. */
    private Line points(List<Integer> numbers, Ink ink) {
        double[] x = new double[2 * numbers.size()];
        double[] y = new double[2 * numbers.size()];
        Arrays.fill(y, Double.NaN);
        for (int i = 0; i < numbers.size(); i++) {
            int at = data.quadratic().indexAt(numbers.get(i));
            x[2 * i] = numbers.get(i);
            x[2 * i + 1] = numbers.get(i);
            y[2 * i] = at < 0 ? Double.NaN : data.quadratic().y()[at];
        }
        return new Line(new Curve(x, y), ink, 1, true, false);
    }

    @Override
    protected void layoutChildren() {
        boolean any = data.quadratic().size() > 0;
        boolean both = any && getHeight() >= ROOM_FOR_RESIDUAL;
        quadratic.setVisible(any);
        quadraticName.setVisible(any);
        residual.setVisible(both);
        residualName.setVisible(both);
        absent.setVisible(!any);
        absent.resizeRelocate(8, getHeight() / 3, Math.max(0, getWidth() - 16), absent.prefHeight(getWidth() - 16));
        double line = quadraticName.prefHeight(-1);
        double below = both ? Math.floor(RESIDUAL_SHARE * getHeight()) : 0;
        quadratic.setNumbersBelow(!both);
        quadratic.resizeRelocate(0, line, getWidth(), Math.max(0, getHeight() - below - line));
        quadratic.layout();
        residual.resizeRelocate(0, getHeight() - below + line, getWidth(), Math.max(0, below - line));
        double edge = quadratic.area().getX();
        quadraticName.autosize();
        quadraticName.relocate(edge, 0);
        residualName.autosize();
        residualName.relocate(edge, getHeight() - below);
        double wide = legend.prefWidth(-1);
        legend.resizeRelocate(getWidth() - wide, 0, wide, line);
        legend.setVisible(any && wide + quadraticName.getWidth() + edge < getWidth());
    }

    private void hover(boolean seen) {
        hair.setVisible(seen);
        readout.setVisible(seen);
    }

    private void read(MouseEvent mouse) {
        var area = quadratic.area();
        double share = (mouse.getX() - area.getX()) / area.getWidth();
        Curve curve = data.quadratic();
        int i = curve.indexAt(across.value(share) + 0.5);
        boolean inside = share >= 0 && share <= 1 && i >= 0;
        hover(inside);
        if (inside) {
            double top = quadratic.getLayoutY() + area.getY();
            hair.resizeRelocate(
                    Math.rint(area.getX() + across.share(curve.x()[i]) * area.getWidth()),
                    top,
                    1,
                    residual.isVisible() ? getHeight() - top - 20 : area.getHeight());
            readout.below(
                    mouse.getX(),
                    getWidth(),
                    top + 4,
                    "iteration " + (long) curve.x()[i] + "\nquadratic " + Numbers.measured(curve.y()[i]) + "\nresidual "
                            + Numbers.measured(data.residual().y()[i]));
        }
    }
}
