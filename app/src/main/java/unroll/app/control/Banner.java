package unroll.app.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import unroll.app.look.Icon;

/** A quiet line that says something and offers what to do about it; it takes no room while it has nothing to say. */
public final class Banner extends HBox {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    /** A banner in the style of {@code style}, "banner-note" or "banner-trouble", with what may be done about it. */
    public Banner(String style, String icon, Button... actions) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setGraphic(new Icon(icon));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getStyleClass().addAll("banner", style);
        getChildren().add(label);
        for (Button action : actions) {
            action.setMinWidth(USE_PREF_SIZE);
            getChildren().add(action);
        }
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(text.isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** What it says; empty hides it. */
    public StringProperty textProperty() {
        return text;
    }
}
