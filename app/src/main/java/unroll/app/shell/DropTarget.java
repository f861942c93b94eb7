package unroll.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens what is dropped anywhere on the window. */
final class DropTarget {
    private final Consumer<Path> open;

    DropTarget(Consumer<Path> open) {
        this.open = open;
    }

    void on(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            event.getDragboard().getFiles().stream().limit(1).map(File::toPath).forEach(open);
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
        });
    }
}
