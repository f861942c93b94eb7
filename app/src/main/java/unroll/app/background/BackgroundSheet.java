package unroll.app.background;

import java.util.Comparator;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;
import unroll.app.control.SheetTitle;

/** The one place where everything that takes long is seen and cancelled. */
public final class BackgroundSheet extends VBox {
    /** The sheet, whose keys begin at the first button that cancels something. */
    public BackgroundSheet(BackgroundWork work, Runnable close) {
        getStyleClass().add("background-sheet");
        setFocusTraversable(true);
        TaskProgressView<Task<?>> view = new TaskProgressView<>();
        view.setRetainTasks(true); // what is over leaves the list of work, and by that this one
        view.setFocusTraversable(false);
        Bindings.bindContent(view.getTasks(), work.tasks());
        Label nothing = new Label("Nothing takes long now. Films, reports, sweeps and project files are seen here while"
                + " they are made.");
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.setMinHeight(USE_PREF_SIZE);
        show(view, Bindings.isNotEmpty(work.tasks()));
        show(nothing, Bindings.isEmpty(work.tasks()));
        getChildren().addAll(new SheetTitle("Background work", close), view, nothing);
        focusedProperty().subscribe(this::toFirstButton);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void toFirstButton(boolean focused) {
        if (focused) {
            getScene().getRoot().applyCss();
            getScene().getRoot().layout(); // there are buttons only where there is room
            lookupAll(".task-cancel-button").stream()
                    .filter(button -> !button.isDisabled())
                    .min(Comparator.comparingDouble(
                            button -> button.localToScene(0, 0).getY()))
                    .ifPresent(Node::requestFocus);
        }
    }
}
