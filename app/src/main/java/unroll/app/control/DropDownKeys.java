package unroll.app.control;

import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a drop-down: Space opens it where that key has no other meaning, and in the open list Enter and Space choose, Esc goes back to
 * what was chosen before, and none of them means anything beside it.
 */
public final class DropDownKeys<T> {
    private final ComboBox<T> box;
    private @Nullable T before;

    private DropDownKeys(ComboBox<T> box) {
        this.box = box;
    }

    /** Gives a drop-down these keys, and returns it. */
    public static <T> ComboBox<T> on(ComboBox<T> box) {
        new DropDownKeys<>(box).listen();
        return box;
    }

    private void listen() {
        box.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.SPACE && !box.isShowing()) {
                key.consume();
                box.show();
            }
        });
        box.showingProperty().subscribe(open -> {
            if (open) {
                before = box.getValue();
            }
        });
        box.skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInside);
            }
        });
    }

    /** The toolkit leaves these keys to the window behind, where Enter would press the button at the end of a sheet. */
    private void pressedInside(KeyEvent key) {
        boolean back = key.getCode() == KeyCode.ESCAPE;
        if (back || key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            key.consume();
            if (back) {
                box.setValue(before);
            }
            box.hide();
        }
    }
}
