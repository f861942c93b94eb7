package unroll.app.chart;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The short line of a legend in the colour of what it names. */
public final class Swatch extends Region {
    public Swatch(Ink ink) {
        this("swatch-" + ink.name().toLowerCase(Locale.ROOT));
    }

    /** @param style a style class that gives the colour of what is no line */
    public Swatch(String style) {
        getStyleClass().addAll("swatch", style);
    }

    /** An entry of a legend: this and its name. */
    public Label named(String name) {
        Label label = new Label(name, this);
        label.getStyleClass().add("axis-label");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** The same that explains itself. */
    public Label named(String name, String help) {
        Label label = named(name);
        label.setTooltip(new Tooltip(help));
        return label;
    }
}
