package unroll.app.sheet;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A small field for words with its name before it. */
final class WordField extends HBox {
    private final TextEditor editor;

    /**
     * @param columns letters that there is room for
     * @param submission takes what is typed
     */
    WordField(String name, String help, String empty, int columns, Editor.Submission submission) {
        editor = new TextEditor(name, "", submission);
        editor.setEmpty(empty);
        editor.setColumns(columns);
        editor.setMinWidth(USE_PREF_SIZE);
        Label label = new Label(name);
        label.getStyleClass().add("setting-name");
        label.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("number-field");
        getChildren().addAll(label, editor.node());
        setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(320);
        editor.refusalProperty().subscribe(refusal -> tip.setText(refusal.isEmpty() ? help : refusal));
        Tooltip.install(this, tip);
    }

    /** Shows the words that hold now. */
    void show(String words) {
        editor.show(words);
    }
}
