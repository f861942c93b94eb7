package unroll.app.chart;

import javafx.scene.control.Label;

/** Words or a number at an axis, placed by whatever draws the axis. */
public final class AxisLabel extends Label {
    public AxisLabel() {
        this("");
    }

    public AxisLabel(String text) {
        super(text);
        getStyleClass().add("axis-label");
        setManaged(false);
    }

    /** Places its upper left corner, and gives it the room that it wants. */
    public void place(double x, double y) {
        place(x, y, prefWidth(-1));
    }

    /** The same with another width. */
    public void place(double x, double y, double width) {
        resizeRelocate(snapPositionX(x), snapPositionY(y), width, prefHeight(-1));
    }
}
