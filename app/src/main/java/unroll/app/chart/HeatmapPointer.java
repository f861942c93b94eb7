package unroll.app.chart;

import java.util.Locale;
import java.util.function.IntUnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/**
 * Mouse and keys on a heatmap: wheel and keys zoom, a click moves the time cursor, hovering reads. Dragging moves the time cursor, too;
 * with Shift, with the middle button, where a part is seen enlarged, and where there is no cursor, it pans.
 */
final class HeatmapPointer {
    /** Fewer pixels between press and release are a click. */
    private static final double CLICK = 3;

    private final Heatmap heatmap;
    private final Pane plot;
    private final IntUnaryOperator unitOf;
    private final Readout readout = new Readout();
    private Point2D pressed = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private boolean scrubbing;

    HeatmapPointer(Heatmap heatmap, Pane plot, IntUnaryOperator unitOf) {
        this.heatmap = heatmap;
        this.plot = plot;
        this.unitOf = unitOf;
        plot.setOnScroll(this::scrolled);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseMoved(event -> hover(new Point2D(event.getX(), event.getY())));
        plot.setOnMouseExited(event -> readout.hide());
        heatmap.setOnKeyPressed(this::key);
    }

    Readout readout() {
        return readout;
    }

    private Point2D cell(double x, double y) {
        Rectangle2D seen = heatmap.windowProperty().get();
        return new Point2D(
                seen.getMinX() + x / plot.getWidth() * seen.getWidth(),
                seen.getMinY() + y / plot.getHeight() * seen.getHeight());
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            Point2D cell = cell(event.getX(), event.getY());
            heatmap.zoom(event.getDeltaY() > 0 ? Heatmap.ZOOM : 1 / Heatmap.ZOOM, cell.getX(), cell.getY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        heatmap.requestFocus();
        pressed = new Point2D(event.getX(), event.getY());
        last = pressed;
        scrubbing = heatmap.wording().cursor()
                && heatmap.seesWhole()
                && event.getButton() == MouseButton.PRIMARY
                && !event.isShiftDown();
        if (event.getClickCount() == 2) {
            heatmap.showWhole();
        }
    }

    private void drag(MouseEvent event) {
        readout.hide();
        if (scrubbing) {
            mark(cell(event.getX(), event.getY()));
            return;
        }
        Rectangle2D seen = heatmap.windowProperty().get();
        heatmap.pan(
                (last.getX() - event.getX()) / plot.getWidth() * seen.getWidth(),
                (last.getY() - event.getY()) / plot.getHeight() * seen.getHeight());
        last = new Point2D(event.getX(), event.getY());
    }

    /** Moves the time cursor to the column there, the nearest where there is none. */
    private void mark(Point2D cell) {
        int columns = heatmap.matrixProperty().get().columns();
        if (columns > 0) {
            heatmap.timeProperty().set(Math.clamp((long) Math.floor(cell.getX()), 0, columns - 1));
        }
    }

    private void release(MouseEvent event) {
        Matrix matrix = heatmap.matrixProperty().get();
        if (!matrix.isEmpty() && pressed.distance(event.getX(), event.getY()) < CLICK) {
            Point2D cell = cell(event.getX(), event.getY());
            int row = Math.clamp((long) cell.getY(), 0, matrix.rows() - 1);
            heatmap.pointedProperty().set(unitOf.applyAsInt(row));
            mark(cell);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> heatmap.zoom(Heatmap.ZOOM);
            case MINUS, SUBTRACT -> heatmap.zoom(1 / Heatmap.ZOOM);
            case DIGIT0, NUMPAD0 -> heatmap.showWhole();
            case UP -> upright(event, -1);
            case DOWN -> upright(event, 1);
            case LEFT -> sideways(event, -1);
            case RIGHT -> sideways(event, 1);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void upright(KeyEvent event, int step) {
        if (event.isShiftDown() || heatmap.wording().cursor()) {
            heatmap.pan(0, step);
        } else {
            heatmap.markBeside(step, 0);
        }
    }

    private void sideways(KeyEvent event, int step) {
        if (event.isShiftDown()) {
            heatmap.pan(step, 0);
        } else if (!heatmap.wording().cursor()) {
            heatmap.markBeside(0, step);
        } else {
            int end = Math.max(0, heatmap.matrixProperty().get().columns() - 1);
            heatmap.timeProperty().set(Math.clamp(heatmap.timeProperty().get() + step, 0, end));
        }
    }

    /** Reads the cell under the mouse again: its number may have changed. */
    void refresh() {
        if (readout.isVisible()) {
            hover(last);
        }
    }

    private void hover(Point2D mouse) {
        last = mouse;
        Matrix matrix = heatmap.matrixProperty().get();
        Point2D cell = cell(mouse.getX(), mouse.getY());
        int column = (int) cell.getX();
        int row = (int) cell.getY();
        boolean inside = column >= 0 && row >= 0 && column < matrix.columns() && row < matrix.rows();
        if (inside) {
            int unit = unitOf.applyAsInt(row);
            readout.near(
                    mouse.getX(),
                    mouse.getY(),
                    plot,
                    String.format(
                                    Locale.ROOT,
                                    "%s \u00b7 %s \u00b7 %+.3g",
                                    heatmap.name(unit),
                                    heatmap.columnName(column),
                                    matrix.at(unit, column))
                            .replace('-', '\u2212'));
        } else {
            readout.hide();
        }
    }
}
