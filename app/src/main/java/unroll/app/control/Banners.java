package unroll.app.control;

import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.VBox;

/** Banners below each other; together they take no room while none has words. */
public final class Banners extends VBox {
    public Banners(Banner... banners) {
        super(banners);
        getStyleClass().add("banners");
        visibleProperty()
                .bind(Stream.of(banners)
                        .<BooleanExpression>map(Banner::visibleProperty)
                        .reduce(BooleanExpression::or)
                        .orElseThrow());
        managedProperty().bind(visibleProperty());
    }
}
