package unroll.app.export;

import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** Stands on a page for a view that stays where it is in the window. */
final class Portrait extends Region {
    private final Node sitter;

    Portrait(Region sitter, Image taken) {
        this.sitter = sitter;
        ImageView view = new ImageView(taken);
        view.setSmooth(false);
        view.setFitWidth(sitter.getWidth());
        view.setFitHeight(sitter.getHeight());
        getChildren().add(view);
        setPrefSize(sitter.getWidth(), sitter.getHeight());
    }

    /** Whose picture it is. */
    Node sitter() {
        return sitter;
    }
}
