package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/** A plane with zero in the middle and one scale for both directions: points, lines, and the unit circle. */
public final class PlanePlot extends Pane implements Tabled {
    private static final double POINT = 2.2;
    private static final double MARK = 4;

    /** Room around what must be seen. */
    private static final double MARGIN = 1.06;

    private final ObjectProperty<PlaneData> data = new SimpleObjectProperty<>(this, "data", PlaneData.EMPTY);
    private final Pane drawing = new Pane();
    private final AxisLabel right = new AxisLabel();
    private final AxisLabel top = new AxisLabel();
    private final String across;
    private final String up;

    /**
     * An empty plane.
     *
     * @param across what lies across, at the right end of its axis
     * @param up what lies up, at the upper end of its axis
     */
    public PlanePlot(String description, String across, String up) {
        this.across = across;
        this.up = up;
        getStyleClass().add("plane-plot");
        setAccessibleText(description);
        setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        drawing.setManaged(false);
        drawing.setMouseTransparent(true);
        getChildren().addAll(drawing, right, top);
        data.subscribe(this::requestLayout);
    }

    /** What is shown. */
    public ObjectProperty<PlaneData> dataProperty() {
        return data;
    }

    @Override
    public List<Table> tables() {
        List<String> trace = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<PlaneData.Trace> traces = data.get().traces();
        for (int i = 0; i < traces.size(); i++) {
            for (int j = 0; j < traces.get(i).x().length; j++) {
                if (Double.isFinite(traces.get(i).x()[j])) {
                    trace.add(Integer.toString(i + 1));
                    x.add(traces.get(i).x()[j]);
                    y.add(traces.get(i).y()[j]);
                }
            }
        }
        return trace.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "",
                        List.of(
                                Table.Column.of("line", trace),
                                Table.Column.of(
                                        across, x.stream().map(String::valueOf).toList()),
                                Table.Column.of(
                                        up, y.stream().map(String::valueOf).toList()))));
    }

    /** Pixels of one unit. */
    private double scale() {
        return Math.min(
                getWidth() / (2 * MARGIN * data.get().halfWidth()),
                getHeight() / (2 * MARGIN * data.get().halfHeight()));
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        if (!(scale > 0)) {
            return;
        }
        double middleX = Math.rint(getWidth() / 2);
        double middleY = Math.rint(getHeight() / 2);
        List<Node> nodes = new ArrayList<>();
        nodes.add(styled(new Line(0, middleY, getWidth(), middleY), "plane-axis"));
        nodes.add(styled(new Line(middleX, 0, middleX, getHeight()), "plane-axis"));
        if (data.get().circle()) {
            nodes.add(styled(new Circle(middleX, middleY, scale), "plane-circle"));
        }
        for (PlaneData.Trace trace : data.get().traces()) {
            nodes.add(path(trace, middleX, middleY, scale));
        }
        drawing.getChildren().setAll(nodes);
        name(right, across, getWidth() / 2 / scale);
        name(top, up, getHeight() / 2 / scale);
        right.relocate(Math.rint(getWidth() - right.getWidth() - 4), middleY + 2);
        top.relocate(middleX + 6, 2);
    }

    /** Names an axis and the number at its end. */
    private static void name(AxisLabel label, String name, double end) {
        label.setText(name + " " + Numbers.measured(end));
        label.autosize();
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    private static Path path(PlaneData.Trace trace, double middleX, double middleY, double scale) {
        String ink = "ink-" + trace.ink().name().toLowerCase(Locale.ROOT);
        boolean line = trace.form() == PlaneData.Form.LINE;
        Path path = styled(new Path(), line ? "plane-line" : "plane-points", ink);
        double size = trace.form() == PlaneData.Form.MARKS ? MARK : POINT;
        boolean first = true;
        for (int i = 0; i < trace.x().length; i++) {
            double x = middleX + scale * trace.x()[i];
            double y = middleY - scale * trace.y()[i];
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                first = true;
            } else if (line) {
                path.getElements().add(first ? new MoveTo(x, y) : new LineTo(x, y));
                first = false;
            } else {
                path.getElements()
                        .addAll(
                                new MoveTo(x - size, y),
                                new ArcTo(size, size, 0, x + size, y, false, true),
                                new ArcTo(size, size, 0, x - size, y, false, true),
                                new ClosePath());
            }
        }
        return path;
    }
}
