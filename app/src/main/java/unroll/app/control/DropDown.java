package unroll.app.control;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A list that drops down and is as wide as its widest words. Space opens it where that key has no other meaning, and in the open list Enter
 * and Space choose, Esc goes back to what was chosen before, and none of them means anything beside it.
 */
public sealed class DropDown<T> extends ComboBox<T> permits Chooser {
    private final Text measure = new Text();
    private @Nullable T before;

    public DropDown() {
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.SPACE && !isShowing()) {
                key.consume();
                show();
            }
        });
        showingProperty().subscribe(open -> {
            if (open) {
                before = getValue();
            }
        });
        skinProperty().subscribe(skin -> {
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
                setValue(before);
            }
            hide();
        }
    }

    /** The toolkit's is never less than the width that it has, so that it would stay wide where the text becomes smaller. */
    @Override
    protected double computePrefWidth(double height) {
        return getSkin() instanceof ComboBoxListViewSkin<?> skin && skin.getDisplayNode() instanceof ListCell<?> cell
                ? snapSizeX(getInsets().getLeft()
                        + around(cell)
                        + words(cell)
                        + getInsets().getRight())
                : super.computePrefWidth(height);
    }

    private double words(ListCell<?> cell) {
        measure.setFont(cell.getFont());
        double widest = 0;
        for (T item : getItems()) {
            measure.setText(getConverter().toString(item));
            widest = Math.max(widest, measure.getLayoutBounds().getWidth());
        }
        return Math.ceil(widest);
    }

    /** What stands beside the words: the edges of their cell and the arrow. */
    private double around(ListCell<?> cell) {
        return cell.getInsets().getLeft()
                + cell.getInsets().getRight()
                + lookup(".arrow-button").prefWidth(-1);
    }
}
