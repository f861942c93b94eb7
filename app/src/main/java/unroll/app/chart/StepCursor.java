package unroll.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import unroll.app.control.OverTime;

/** The marked time step of a view over time: a line that the mouse moves by pressing and dragging, and what is read there by hovering. */
public final class StepCursor {
    /** What is to be read at a time step and a height of the view; empty where nothing is. */
    @FunctionalInterface
    public interface Reading {
        String at(int step, double y);
    }

    /** A stretch of the height. */
    public record Span(double top, double bottom) {}

    private final OverTime view;
    private final Pane pane;
    private final Supplier<Rectangle2D> area;
    private final Reading reading;
    private final List<Region> lines = new ArrayList<>();
    private final Readout readout = new Readout();
    private double bottom;
    private Point2D readAt = Point2D.ZERO;

    /** Comes on top of what is in {@code pane}; {@code area} is where the steps lie, across the pane. */
    public <V extends Pane & OverTime> StepCursor(V pane, Supplier<Rectangle2D> area, Reading reading) {
        this.view = pane;
        this.pane = pane;
        this.area = area;
        this.reading = reading;
        pane.getChildren().add(readout);
        pane.setOnMousePressed(this::point);
        pane.setOnMouseDragged(this::point);
        pane.setOnMouseMoved(this::read);
        pane.setOnMouseExited(mouse -> readout.hide());
        view.timeProperty().subscribe(pane::requestLayout);
    }

    /** Lies over these stretches, from the top down, at the marked step. */
    public void layout(List<Span> spans) {
        bottom = spans.getLast().bottom();
        int step = view.timeProperty().get();
        double x = area.get().getX() + area.get().getWidth() * (step + 0.5) / Math.max(1, view.steps());
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            Region line = line(i);
            line.setVisible(step < view.steps());
            line.resizeRelocate(Math.rint(x) - 1, span.top(), 2, Math.max(0, span.bottom() - span.top()));
        }
    }

    private Region line(int number) {
        while (lines.size() <= number) {
            Region line = new Region();
            line.getStyleClass().add("time-cursor");
            line.setMouseTransparent(true);
            line.setManaged(false);
            lines.add(line);
            pane.getChildren().add(pane.getChildren().indexOf(readout), line);
        }
        return lines.get(number);
    }

    /** Reads what is under the mouse again: what is drawn there has changed. */
    void refresh() {
        if (readout.isVisible()) {
            read(readAt.getX(), readAt.getY());
        }
    }

    /** The time step under the mouse, from 0; -1 where there is none. */
    private int stepAt(double x, double y) {
        double step = (x - area.get().getX()) / area.get().getWidth() * view.steps();
        return step >= 0 && step < view.steps() && y < bottom ? (int) step : -1;
    }

    private void point(MouseEvent mouse) {
        int step = stepAt(mouse.getX(), mouse.getY());
        if (step >= 0 && !view.timeProperty().isBound()) {
            view.timeProperty().set(step);
        }
    }

    private void read(MouseEvent mouse) {
        read(mouse.getX(), mouse.getY());
    }

    private void read(double x, double y) {
        readAt = new Point2D(x, y);
        int step = stepAt(x, y);
        String text = step < 0 ? "" : reading.at(step, y);
        if (text.isEmpty()) {
            readout.hide();
        } else {
            readout.near(x, y, pane, text);
        }
    }
}
