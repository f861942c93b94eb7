package unroll.app.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The panel at the side of a screen: its parts below each other, scrolled where they are longer than the window. */
public final class SidePanel extends VBox {
    public SidePanel(Node... parts) {
        VBox page = new VBox(parts);
        page.getStyleClass().add("side-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("side");
        getChildren().add(scroll);
    }
}
