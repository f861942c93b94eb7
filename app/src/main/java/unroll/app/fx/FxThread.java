package unroll.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX thread as an executor: always posts, never runs inline. */
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
