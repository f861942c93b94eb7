package unroll.app.control;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The layer above a screen on which one sheet at a time is shown; Esc or a click beside the sheet closes it. */
public final class Overlay extends StackPane {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private @Nullable Node focusBefore;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepKeys);
    }

    /** While a sheet is open Tab goes round in it. */
    private void keepKeys(@Nullable Node owner) {
        if (open.get() && owner != null && !isIn(owner)) {
            getChildren().getFirst().requestFocus();
        }
    }

    private boolean isIn(@Nullable Node node) {
        return node != null && (node.equals(this) || isIn(node.getParent()));
    }

    /** Whether a sheet is shown. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Shows a sheet and gives it the keys. */
    public void show(Region sheet) {
        if (!open.get()) {
            focusBefore = getScene().getFocusOwner();
        }
        if (!sheet.getStyleClass().contains("overlay-sheet")) {
            sheet.getStyleClass().add("overlay-sheet");
        }
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
        setVisible(true);
        open.set(true);
        sheet.requestFocus();
    }

    /** Closes the sheet, if there is one; the keys go back to where they were. */
    public void close() {
        if (open.get()) {
            open.set(false);
            setVisible(false);
            getChildren().clear();
            if (focusBefore != null) {
                focusBefore.requestFocus();
            }
        }
    }
}
