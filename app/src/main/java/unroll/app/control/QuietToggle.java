package unroll.app.control;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** A small button in a card's header that turns something on and off. */
public final class QuietToggle extends ToggleButton {
    public QuietToggle(String text, String help) {
        super(text);
        getStyleClass().add("quiet-toggle");
        setTooltip(new Tooltip(help));
        setMinWidth(USE_PREF_SIZE);
    }

    /** A button that is pressed where {@code on} holds. */
    public QuietToggle(String text, String help, BooleanProperty on) {
        this(text, help);
        selectedProperty().bindBidirectional(on);
    }
}
