package unroll.app.shell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import unroll.app.training.StatusModel;

/** What computes, and how fast, in a few letters. */
final class BackendChip extends HBox {
    BackendChip(StatusModel status) {
        Label name = new Label();
        name.getStyleClass().add("chip-name");
        name.textProperty().bind(status.backendProperty());
        Label speed = new Label();
        speed.textProperty().bind(status.speedProperty().map(text -> "\u00b7 " + text));
        name.setMinWidth(USE_PREF_SIZE);
        speed.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("chip");
        setMaxHeight(USE_PREF_SIZE);
        Tooltip detail = new Tooltip();
        detail.textProperty().bind(status.backendDetailProperty());
        Tooltip.install(this, detail);
        getChildren().addAll(name, speed);
    }
}
