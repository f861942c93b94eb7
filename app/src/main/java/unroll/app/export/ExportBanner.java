package unroll.app.export;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import unroll.app.control.Banner;
import unroll.app.control.QuietButton;

/** How far a film is, and what was written last. */
public final class ExportBanner extends VBox {
    public ExportBanner(ExportController controller) {
        Button cancel = new Button("Cancel");
        cancel.setFocusTraversable(false);
        cancel.setTooltip(new Tooltip("End the film; nothing is left of its file"));
        cancel.setOnAction(event -> controller.cancel());
        Banner standing = new Banner("banner-note", "export", cancel);
        standing.textProperty().bind(controller.standingProperty());
        QuietButton close = new QuietButton(
                "close",
                "Put the message away (Esc)",
                () -> controller.newsProperty().set(""));
        Banner news = new Banner("banner-note", "check", close);
        news.textProperty().bind(controller.newsProperty());
        for (Banner banner : new Banner[] {standing, news}) {
            banner.getStyleClass().add("notice");
            getChildren().add(banner);
        }
    }
}
