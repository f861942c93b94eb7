package unroll.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens what is dropped anywhere on the window. */
final class DropTarget {
    private final Consumer<Path> open;
    private final Consumer<String> complain;

    DropTarget(Consumer<Path> open, Consumer<String> complain) {
        this.open = open;
        this.complain = complain;
    }

    void on(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            dropped(event.getDragboard().getFiles());
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
        });
    }

    /** Only one can be in view. */
    private void dropped(List<File> files) {
        files.stream().limit(1).map(File::toPath).forEach(open);
        if (files.size() > 1) {
            complain.accept("Of the " + files.size() + " that were dropped " + files.getFirst()
                    + " is opened; drop the others one by one.");
        }
    }
}
