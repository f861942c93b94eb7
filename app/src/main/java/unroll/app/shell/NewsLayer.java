package unroll.app.shell;

import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Lays the window's news at the lower right of a part of the screen in front, no wider and no taller than that. */
final class NewsLayer extends Pane {
    /** From the edges of that part, in pixels. */
    private static final double GAP = 16;

    private final Region news;
    private Region part = this;
    private Subscription moves = Subscription.EMPTY;

    NewsLayer(Region news) {
        this.news = news;
        setPickOnBounds(false);
        getChildren().setAll(news);
    }

    /** Lays the news over that part from now on, wherever it is moved. */
    void over(Region region) {
        moves.unsubscribe();
        part = region;
        moves = region.layoutBoundsProperty()
                .subscribe(this::requestLayout)
                .and(region.localToSceneTransformProperty().subscribe(this::requestLayout));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Bounds room = sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double wide = Math.min(Math.min(news.prefWidth(-1), news.maxWidth(-1)), room.getWidth() - 2 * GAP);
        double tall = Math.min(news.prefHeight(wide), room.getHeight() - 2 * GAP);
        news.resizeRelocate(
                snapPositionX(room.getMaxX() - GAP - wide),
                snapPositionY(room.getMaxY() - GAP - tall),
                snapSizeX(wide),
                snapSizeY(tall));
    }
}
