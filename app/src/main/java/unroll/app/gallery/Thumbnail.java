package unroll.app.gallery;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** The picture of a card: it fills the upper part, with the card's round corners, and takes no clicks from it. */
final class Thumbnail extends StackPane {
    private static final double ARC = 14;

    Thumbnail(Region picture) {
        super(picture);
        getStyleClass().addAll("thumbnail", "gallery-card-picture");
        picture.setMinSize(0, 0);
        picture.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty().add(ARC)); // its lower corners are those of no card
        setClip(clip);
    }
}
