package unroll.app.planted.view;

import javafx.application.Platform;
import unroll.engine.backend.Backend;

/** Stands for a view that computes and hops threads by itself. */
public final class ViewThatComputes {
    void hop(Backend backend) {
        Platform.runLater(() -> System.out.println(backend));
    }
}
