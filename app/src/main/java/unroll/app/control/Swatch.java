package unroll.app.control;

import java.util.Locale;
import javafx.scene.layout.Region;

/** The short line of a legend in the colour of what it names. */
public final class Swatch extends Region {
    public Swatch(Ink ink) {
        getStyleClass().addAll("swatch", "swatch-" + ink.name().toLowerCase(Locale.ROOT));
    }
}
