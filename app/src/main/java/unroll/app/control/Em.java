package unroll.app.control;

import javafx.scene.layout.Region;

/** An invisible node as wide as the font is large where it lies, for layouts that grow with the text. */
public final class Em extends Region {
    public Em() {
        getStyleClass().add("em");
        setVisible(false);
    }

    /** The size of the font in pixels. */
    public double size() {
        return prefWidth(-1);
    }
}
