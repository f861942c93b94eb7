package unroll.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import unroll.app.control.Numbers;
import unroll.app.control.Table;
import unroll.app.control.Tabled;

/**
 * A valley from above: rings of equal height, the minimum in the middle, and trails with a mark for each update. It always shows
 * the same part of the plane, and more where it is not of the same shape; what leaves it ends in an arrow. Pressing and dragging
 * anywhere moves their start.
 */
public final class ValleyPlot extends Pane implements Tabled {
    /** Half the width and height of the part of the plane that is always seen. */
    public static final double HALF_WIDTH = 3;

    public static final double HALF_HEIGHT = 2;

    /** Rings stand so far apart along the steeper direction, and so many at most. */
    private static final double RING = 0.25;

    private static final int MOST_RINGS = 48;

    private static final double HANDLE = 8;

    /** Moves the start of the trails. */
    @FunctionalInterface
    public interface Move {
        /** @param adjusting whether the mouse is still down, so that more will come */
        void to(double x, double y, boolean adjusting);
    }

    private final ObjectProperty<ValleyData> data = new SimpleObjectProperty<>(this, "data", ValleyData.EMPTY);
    private final boolean bare;
    private final Pane ground = new Pane();
    private final Pane drawing = new Pane();
    private double scale = 1;

    /** A plot that is moved by hand. */
    public ValleyPlot(Move move) {
        this(false);
        setFocusTraversable(true);
        setAccessibleText("The valley from above; arrow keys move the start");
        setOnMousePressed(mouse -> {
            requestFocus();
            tell(move, mouse, true);
        });
        setOnMouseDragged(mouse -> tell(move, mouse, true));
        setOnMouseReleased(mouse -> tell(move, mouse, false));
    }

    private ValleyPlot(boolean bare) {
        this.bare = bare;
        getStyleClass().add("valley-plot");
        setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (Pane layer : List.of(ground, drawing)) {
            layer.setManaged(false);
            layer.setMouseTransparent(true);
        }
        getChildren().addAll(ground, drawing);
        data.subscribe(this::requestLayout);
    }

    /** A small still one with nothing but rings and trails. */
    public static ValleyPlot still(ValleyData shown) {
        ValleyPlot plot = new ValleyPlot(true);
        plot.data.set(shown);
        return plot;
    }

    /** What is shown. */
    public ObjectProperty<ValleyData> dataProperty() {
        return data;
    }

    @Override
    public List<Table> tables() {
        List<Table.Column> columns = new ArrayList<>();
        int updates = 0;
        for (Trail trail : data.get().trails()) {
            int head = trail.head(data.get().shown());
            updates = Math.max(updates, head + 1);
            columns.add(Table.Column.of(trail.name() + ", x1", Arrays.copyOf(trail.x(), head + 1)));
            columns.add(Table.Column.of(trail.name() + ", x2", Arrays.copyOf(trail.y(), head + 1)));
        }
        columns.addFirst(new Table.Column("update", updates, Integer::toString));
        return updates == 0 ? List.of() : List.of(new Table("", columns));
    }

    private void tell(Move move, MouseEvent mouse, boolean adjusting) {
        double x = Math.clamp((mouse.getX() - getWidth() / 2) / scale, -HALF_WIDTH, HALF_WIDTH);
        double y = Math.clamp((getHeight() / 2 - mouse.getY()) / scale, -HALF_HEIGHT, HALF_HEIGHT);
        move.to(hundredths(x), hundredths(y), adjusting);
        mouse.consume();
    }

    private static double hundredths(double value) {
        return Math.rint(100 * value) / 100;
    }

    double across(double x) {
        return getWidth() / 2 + scale * x;
    }

    double down(double y) {
        return getHeight() / 2 - scale * y;
    }

    @Override
    protected void layoutChildren() {
        scale = Math.min(getWidth() / (2 * HALF_WIDTH), getHeight() / (2 * HALF_HEIGHT));
        if (!(scale > 0)) {
            return;
        }
        ground.getChildren().setAll(ground());
        List<Node> nodes = new ArrayList<>();
        TrailPainter painter = new TrailPainter(this, data.get().shown(), bare);
        data.get().trails().forEach(trail -> nodes.addAll(painter.trail(trail)));
        data.get().next().forEach(next -> nodes.addAll(painter.next(next)));
        if (!bare && !data.get().trails().isEmpty()) {
            nodes.add(handle(data.get().trails().getFirst()));
        }
        drawing.getChildren().setAll(nodes);
    }

    private List<Node> ground() {
        List<Node> nodes = new ArrayList<>(rings());
        if (!bare) {
            nodes.addAll(direction(
                    data.get().angle(),
                    "\u03bb\u2081 = " + Numbers.tick(data.get().first())));
            nodes.addAll(direction(
                    data.get().angle() + 90,
                    "\u03bb\u2082 = " + Numbers.tick(data.get().second())));
        }
        Circle minimum = new Circle(getWidth() / 2, getHeight() / 2, bare ? 2.5 : 4);
        minimum.getStyleClass().add("valley-minimum");
        nodes.add(minimum);
        return nodes;
    }

    private List<Node> rings() {
        List<Node> rings = new ArrayList<>();
        double steepest = Math.max(data.get().first(), data.get().second());
        double corner = Math.hypot(getWidth(), getHeight()) / 2 / scale;
        int count = (int) Math.min(MOST_RINGS, Math.ceil(corner / RING));
        for (int i = count; i > 0; i--) {
            double radius = i * RING * scale;
            Ellipse ring = new Ellipse(
                    getWidth() / 2,
                    getHeight() / 2,
                    radius * Math.sqrt(steepest / data.get().first()),
                    radius * Math.sqrt(steepest / data.get().second()));
            ring.setRotate(-data.get().angle());
            ring.getStyleClass().add("valley-ring");
            rings.add(ring);
        }
        return rings;
    }

    /** An eigen-direction through the minimum, and its curvature where it leaves the picture. */
    private List<Node> direction(double degrees, String name) {
        double dx = Math.cos(Math.toRadians(degrees));
        double dy = -Math.sin(Math.toRadians(degrees));
        double middleX = getWidth() / 2;
        double middleY = getHeight() / 2;
        double far = Math.min(middleX / Math.max(1e-9, Math.abs(dx)), middleY / Math.max(1e-9, Math.abs(dy)));
        Line line = new Line(middleX - far * dx, middleY - far * dy, middleX + far * dx, middleY + far * dy);
        line.getStyleClass().add("valley-direction");
        Label label = new Label(name);
        label.getStyleClass().addAll("axis-label", "valley-label");
        drawing.getChildren().setAll(label); // to know its size in this style
        label.applyCss();
        label.autosize();
        double x = middleX + far * dx + 4;
        double y = middleY + far * dy + 2;
        label.relocate(
                Math.rint(Math.clamp(x, 4, Math.max(4, getWidth() - label.getWidth() - 4))),
                Math.rint(Math.clamp(y, 4, Math.max(4, getHeight() - label.getHeight() - 4))));
        return List.of(line, label);
    }

    private Node handle(Trail trail) {
        Circle handle = new Circle(across(trail.x()[0]), down(trail.y()[0]), HANDLE);
        handle.getStyleClass().add("valley-start");
        return handle;
    }

    static String style(Ink ink) {
        return "trail-" + ink.name().toLowerCase(Locale.ROOT);
    }
}
