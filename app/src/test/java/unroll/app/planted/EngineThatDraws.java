package unroll.app.planted;

import javafx.scene.paint.Color;

/** Stands for engine code that uses JavaFX. */
public final class EngineThatDraws {
    Color colour() {
        return Color.BLACK;
    }
}
