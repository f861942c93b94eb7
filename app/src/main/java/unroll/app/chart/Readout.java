package unroll.app.chart;

import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** What is read under the mouse: beside it, within the view, out of the mouse's way. */
public final class Readout extends Label {
    private static final double AWAY = 14;

    public Readout() {
        getStyleClass().add("readout");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Stands right below the mouse, or left of it or above it where the view ends. */
    void near(MouseEvent mouse, Region view, String text) {
        near(mouse.getX(), mouse.getY(), view, text);
    }

    /** The same at a place within the view. */
    public void near(double x, double y, Region view, String text) {
        show(text);
        boolean above = y + AWAY + getHeight() > view.getHeight();
        place(x, view.getWidth(), above ? y - AWAY / 2 - getHeight() : y + AWAY);
    }

    /** Stands right of a place, or left of it where what is drawn ends, at the height of {@code top}. */
    public void below(double x, double end, double top, String text) {
        show(text);
        place(x, end, top);
    }

    /** The same with the lower edge at {@code bottom}. */
    void above(double x, double end, double bottom, String text) {
        show(text);
        place(x, end, Math.max(0, bottom - getHeight()));
    }

    /** Shows nothing. */
    public void hide() {
        setVisible(false);
    }

    private void show(String text) {
        setVisible(true);
        setText(text);
        autosize();
    }

    private void place(double x, double end, double y) {
        boolean left = x + AWAY + getWidth() > end;
        relocate(Math.rint(Math.max(0, left ? x - AWAY - getWidth() : x + AWAY)), Math.rint(y));
    }
}
