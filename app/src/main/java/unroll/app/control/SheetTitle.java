package unroll.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import unroll.app.address.NodeAddress;

/** The first line of a sheet: its name, and a button that closes it. */
public final class SheetTitle extends HBox {
    public SheetTitle(String name, Runnable close) {
        Label title = new Label(name);
        title.getStyleClass().add("overlay-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        getStyleClass().add("sheet-title");
        getChildren()
                .addAll(
                        title,
                        NodeAddress.command("window.escape").on(new QuietButton("close", "Close " + name, close)));
    }
}
