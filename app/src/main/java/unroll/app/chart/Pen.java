package unroll.app.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** What draws lines, areas and letters: on a canvas, or into a file that keeps them as such. */
public interface Pen {
    /** Of what follows only that is seen which lies inside; all of it with empty. */
    void clip(Optional<Shape> inside);

    /** Fills an outline. */
    void fill(Shape outline, Color colour);

    /** Draws an outline. */
    void stroke(Shape outline, BasicStroke stroke, Color colour);

    /**
     * Writes from {@code x}, on the line at {@code y}.
     *
     * @param turned clockwise in degrees; 0 is to the right
     */
    void write(String text, double x, double y, double turned, Font font, Color colour);

    /** Writes around a middle, no wider than {@code room}. */
    void centre(String text, double x, double y, double room, Font font, Color colour);
}
