package unroll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
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
import unroll.engine.plot.Scale;

/** A plane with zero in the middle and one scale for both directions: points, lines, and the unit circle. */
public final class PlanePlot extends Pane implements Tabled {
    private static final double POINT = 2.2;
    private static final double MARK = 4;

    /** Room around what must be seen. */
    private static final double MARGIN = 1.06;

    private final ObjectProperty<PlaneData> data = new SimpleObjectProperty<>(this, "data", PlaneData.EMPTY);
    private final Pane drawing = new Pane();

    /** The numbers on the axes. */
    private final Pane marks = new Pane();

    /** In fewer lines across or down there is no room for numbers on the axes. */
    private static final double ROOMY = 9;

    /** So many numbers stand on an axis at most. */
    private static final int TICKS = 5;

    private final AxisLabel right = new AxisLabel();
    private final AxisLabel top = new AxisLabel();
    private final String across;
    private final String up;

    /**
     * An empty plane.
     *
     * @param across what lies across, at the right end below the plane
     * @param up what lies up, above the plane's left end
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
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        getChildren().addAll(drawing, marks, right, top);
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

    /** Pixels of one unit in an area of this size. */
    private double scale(double width, double height) {
        return Math.min(
                width / (2 * MARGIN * data.get().halfWidth()),
                height / (2 * MARGIN * data.get().halfHeight()));
    }

    @Override
    protected void layoutChildren() {
        right.setText(across);
        top.setText(up);
        right.autosize();
        top.autosize();
        double line = right.getHeight();
        boolean roomy = getWidth() > ROOMY * line && getHeight() > ROOMY * line;
        double strip = roomy ? line : 0;
        double height = getHeight() - 2 * strip;
        List<Double> ups = roomy ? ticks(height / 2 / scale(getWidth(), height)) : List.of();
        List<AxisLabel> upLabels = labels(ups);
        marks.getChildren().setAll(upLabels);
        upLabels.forEach(PlanePlot::size);
        double left = roomy
                ? 6 + upLabels.stream().mapToDouble(AxisLabel::getWidth).max().orElse(0)
                : 0;
        double width = getWidth() - left;
        double scale = scale(width, height);
        if (!(scale > 0)) {
            drawing.getChildren().clear();
            marks.getChildren().clear();
            return;
        }
        double middleX = Math.rint(left + width / 2);
        double middleY = Math.rint(strip + height / 2);
        draw(new Rectangle2D(left, strip, width, height), middleX, middleY, scale);
        right.relocate(
                Math.rint(getWidth() - right.getWidth() - 2), Math.rint(roomy ? getHeight() - line : middleY + 2));
        top.relocate(roomy ? 0 : middleX + 6, 0);
        for (int i = 0; i < ups.size(); i++) {
            AxisLabel label = upLabels.get(i);
            double y = middleY - scale * ups.get(i) - label.getHeight() / 2;
            label.setVisible(y >= strip && y + label.getHeight() <= strip + height);
            label.relocate(Math.rint(left - 6 - label.getWidth()), Math.rint(y));
        }
        if (roomy) {
            markAcross(left, middleX, scale);
        }
    }

    private void markAcross(double left, double middleX, double scale) {
        List<Double> numbers = ticks((getWidth() - left) / 2 / scale);
        List<AxisLabel> labels = labels(numbers);
        marks.getChildren().addAll(labels);
        for (int i = 0; i < numbers.size(); i++) {
            AxisLabel label = labels.get(i);
            size(label);
            double x = middleX + scale * numbers.get(i) - label.getWidth() / 2;
            label.setVisible(x >= left && x + label.getWidth() < right.getLayoutX() - 4);
            label.relocate(Math.rint(x), Math.rint(right.getLayoutY()));
        }
    }

    /** The numbers that are named on an axis from minus this to this. */
    private static List<Double> ticks(double end) {
        return end > 0 && Double.isFinite(end) ? new Scale(-end, end, false).ticks(TICKS) : List.of();
    }

    private static List<AxisLabel> labels(List<Double> numbers) {
        return numbers.stream()
                .map(number -> new AxisLabel(Numbers.tick(number)))
                .toList();
    }

    /** Gives it the room that it wants in the letters of the window. */
    private static void size(AxisLabel label) {
        label.applyCss();
        label.autosize();
    }

    private void draw(Rectangle2D area, double middleX, double middleY, double scale) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(styled(new Line(area.getMinX(), middleY, area.getMaxX(), middleY), "plane-axis"));
        nodes.add(styled(new Line(middleX, area.getMinY(), middleX, area.getMaxY()), "plane-axis"));
        if (data.get().circle()) {
            nodes.add(styled(new Circle(middleX, middleY, scale), "plane-circle"));
        }
        for (PlaneData.Trace trace : data.get().traces()) {
            nodes.add(path(trace, middleX, middleY, scale));
        }
        drawing.getChildren().setAll(nodes);
        drawing.setClip(new Rectangle(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight()));
    }

    private static <N extends Node> N styled(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }

    private static Path path(PlaneData.Trace trace, double middleX, double middleY, double scale) {
        String ink = "ink-" + trace.ink().name().toLowerCase(Locale.ROOT);
        boolean line = trace.form() == PlaneData.Form.LINE || trace.form() == PlaneData.Form.FAINT_LINE;
        Path path = styled(new Path(), line ? "plane-line" : "plane-points", ink);
        if (trace.form() == PlaneData.Form.FAINT_LINE) {
            path.getStyleClass().add("plane-faint");
        }
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
